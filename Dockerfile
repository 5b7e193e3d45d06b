# One image for every role: ROLE=api, worker or all. Needs DATABASE_URL and APP_SECRET, and REDIS_URL where there is one.
FROM node:20-bookworm-slim AS build
WORKDIR /essor
COPY package.json package-lock.json ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN node apps/cli/start.mjs build

FROM node:20-bookworm-slim AS packages
WORKDIR /essor
COPY package.json package-lock.json ./
# Without the optional packages the embedded database server stays out: this image works on a server of its own.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production ROLE=all HOST=0.0.0.0 PORT=3000
WORKDIR /essor
COPY --from=packages /essor/node_modules ./node_modules
COPY --from=build /essor/package.json ./
COPY --from=build /essor/dist ./dist
# Who was erased or objected, and where the audit log ended, is kept apart from the database, and must outlive the container.
RUN mkdir /ledger && chown node:node /ledger
ENV RIGHTS_LEDGER=/ledger/rights.ndjson AUDIT_HEADS=/ledger/audit-heads.ndjson
VOLUME /ledger
USER node
EXPOSE 3000
# Migrates under a lock, then runs what ROLE says; a signal to it stops all of it.
CMD ["node", "dist/apps/cli/main.js", "start", "--no-demo"]
