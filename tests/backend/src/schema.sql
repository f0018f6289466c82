-- Everything that is kept. Bodies are JSON as the API has it, so that a member that it gains needs no migration.
CREATE TABLE IF NOT EXISTS dealers (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL CHECK (json_valid(body)));
CREATE UNIQUE INDEX IF NOT EXISTS dealers_name ON dealers (lower(body ->> 'name'));

CREATE TABLE IF NOT EXISTS ip_rules (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL CHECK (json_valid(body)));
CREATE UNIQUE INDEX IF NOT EXISTS ip_rules_cidr ON ip_rules (body ->> 'cidr');

CREATE TABLE IF NOT EXISTS transports (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL CHECK (json_valid(body)));
CREATE UNIQUE INDEX IF NOT EXISTS transports_port ON transports (body ->> 'protocol', body ->> 'port');

CREATE TABLE IF NOT EXISTS tenants (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL CHECK (json_valid(body)));
CREATE UNIQUE INDEX IF NOT EXISTS tenants_domain ON tenants (lower(body ->> 'domain'));

CREATE TABLE IF NOT EXISTS tenant_dealers (
    tenant INTEGER NOT NULL REFERENCES tenants ON DELETE CASCADE,
    dealer INTEGER NOT NULL REFERENCES dealers ON DELETE CASCADE,
    PRIMARY KEY (tenant, dealer)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS holidays (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL CHECK (json_valid(body)));

CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, body TEXT NOT NULL CHECK (json_valid(body))) WITHOUT ROWID;

-- Tokens themselves are nowhere: who reads this file learns none.
CREATE TABLE IF NOT EXISTS tokens (hash BLOB PRIMARY KEY, subject TEXT NOT NULL) WITHOUT ROWID;
