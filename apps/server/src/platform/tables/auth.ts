// Generated from the migrated database by `npm run gen`; architecture/generated.test.ts compares.

/** Columns of views may be null: PostgreSQL does not say which are not. */
export type AuthTables = {
  'auth.account': {
    id: string; account_id: string; provider_id: string; user_id: string; password: string | null
    access_token: string | null; refresh_token: string | null; id_token: string | null
    access_token_expires_at: Date | null; refresh_token_expires_at: Date | null; scope: string | null
    created_at: Date; updated_at: Date
  }
  'auth.field_device': {
    id: string; device_id: string; user_id: string; label: string; recovery_key_sealed: Buffer
    registered_at: Date; contact_at: Date; wipe_asked_at: Date | null; wiped_at: Date | null
  }
  'auth.hand_over': {
    token_id: string; issuer: string; expires_at: Date
  }
  'auth.log_in_failure': {
    user_name: string; failures: number; last_at: Date; locked_until: Date | null
  }
  'auth.session': {
    id: string; token: string; user_id: string; expires_at: Date; seen_at: Date; ip_address: string | null
    user_agent: string | null; created_at: Date; updated_at: Date; field_device_id: string | null
  }
  'auth.two_factor': {
    id: string; user_id: string; secret: string; backup_codes: string; verified: boolean | null
    failed_verification_count: number | null; locked_until: Date | null
  }
  'auth.user': {
    id: string; name: string; email: string; email_verified: boolean; image: string | null
    username: string | null; display_username: string | null; two_factor_enabled: boolean | null
    created_at: Date; updated_at: Date
  }
  'auth.verification': {
    id: string; identifier: string; value: string; expires_at: Date; created_at: Date; updated_at: Date
  }
}
