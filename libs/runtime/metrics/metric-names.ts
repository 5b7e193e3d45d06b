/** What each process tells of its own, beside what Node's say of themselves; dashboards and alerts are written with these. */
export const metricNames = {
  api: [
    'essor_metrics_unanswered_total',
    'essor_http_request_duration_seconds',
    'essor_http_requests_in_flight',
    'essor_http_requests_shed_total',
    'essor_ingest_events_total',
    'essor_database_connections',
    'essor_jobs',
    'essor_publication_age_seconds',
    'essor_shown_day_age_seconds',
  ],
  worker: ['essor_metrics_unanswered_total', 'essor_job_duration_seconds', 'essor_database_connections'],
} as const;
