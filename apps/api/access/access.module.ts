import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { type DataSource } from 'typeorm';
import { AccountRepository } from '#storage/access/account.repository.js';
import { SessionRepository } from '#storage/access/session.repository.js';
import { APP_DB } from '../databases.js';
import { AccountsController } from './accounts.controller.js';
import { Attempts } from './attempts.js';
import { AccessGuard } from './guard.js';
import { OrganizationsController } from './organizations.controller.js';
import { GroupRolesController } from './oidc/group-roles.controller.js';
import { IdentityProviders } from './oidc/identity-providers.js';
import { IdentityProvidersController } from './oidc/identity-providers.controller.js';
import { LinkingDesk } from './oidc/linking-desk.js';
import { OwnIdentitiesController } from './oidc/own-identities.controller.js';
import { LogoutDesk } from './oidc/logout-desk.js';
import { ProviderDesk } from './oidc/provider-desk.js';
import { OwnPasswordController } from './own-password.controller.js';
import { PasswordController } from './password.controller.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorDesk } from './second-factor/second-factor-desk.js';
import { SessionController } from './session.controller.js';
import { TokenDoor } from './tokens/token-door.js';
import { TokensController } from './tokens/tokens.controller.js';
import { LinkDesk } from './link-desk.js';
import { Mailer } from '#runtime/mailer.js';
import { SessionsController } from './sessions.controller.js';
import { SignInDesk } from './sign-in.js';
import { WithinOrganization } from './within-organization.js';

@Module({
  controllers: [
    SessionController,
    PasswordController,
    OwnPasswordController,
    AccountsController,
    OrganizationsController,
    IdentityProvidersController,
    GroupRolesController,
    OwnIdentitiesController,
    SecondFactorController,
    TokensController,
    SessionsController,
  ],
  providers: [
    { provide: AccountRepository, useFactory: (db: DataSource) => new AccountRepository(db), inject: [APP_DB] },
    { provide: SessionRepository, useFactory: (db: DataSource) => new SessionRepository(db), inject: [APP_DB] },
    Attempts,
    SignInDesk,
    LinkDesk,
    Mailer,
    TokenDoor,
    SecondFactorDesk,
    IdentityProviders,
    ProviderDesk,
    LogoutDesk,
    LinkingDesk,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: WithinOrganization },
  ],
})
export class AccessModule {}
