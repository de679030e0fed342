-- The vault: everything by which a sealed event could be opened or a person found by number. It holds nothing that the
-- log's digests cover, so that destroying a key erases a person and leaves the log as it was. It stands in a schema of
-- its own so that it can move to a database, a role and backups of its own.

CREATE SCHEMA vault;
COMMENT ON SCHEMA vault IS 'Keys and blind indexes: what opens the log. Never in read models, exports or logs.';

CREATE TABLE vault.master_key (
  version       integer     NOT NULL,
  name          text        NOT NULL,
  first_used_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT master_key_pk PRIMARY KEY (version),
  CONSTRAINT master_key_version_positive CHECK (version > 0)
);
COMMENT ON TABLE vault.master_key IS
  'Public names of the master keys that this database is sealed with. The keys themselves are with the key provider; a start with other ones is refused.';

CREATE TABLE vault.subject_key (
  subject        text        COLLATE "C" NOT NULL,
  state          text        NOT NULL,
  master_version integer     NOT NULL,
  wrapped        bytea,
  key_commit     bytea       NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT subject_key_pk PRIMARY KEY (subject),
  CONSTRAINT subject_key_state_known CHECK (state IN ('active', 'restricted', 'destroyed')),
  CONSTRAINT subject_key_gone_when_destroyed CHECK ((wrapped IS NULL) = (state = 'destroyed'))
);
COMMENT ON TABLE vault.subject_key IS
  'One key a subject, wrapped by the master key of master_version. A destroyed key leaves its row and commitment, so that no new key takes its place.';

CREATE TABLE vault.identity (
  blind_index text        COLLATE "C" NOT NULL,
  key_version integer     NOT NULL,
  person      uuid        NOT NULL,
  event_id    uuid        NOT NULL,
  claimed_at  timestamptz NOT NULL,
  CONSTRAINT identity_pk PRIMARY KEY (blind_index),
  CONSTRAINT identity_blind_index_shape CHECK (blind_index ~ '^[0-9a-f]{32}$')
);
COMMENT ON TABLE vault.identity IS
  'Which person has which national ID, by keyed blind index: one person a number. A row whose event is not in the log is a claim under way, and lapses.';

CREATE INDEX identity_by_person ON vault.identity (person);

GRANT USAGE ON SCHEMA vault TO ledger_service;
GRANT SELECT, INSERT ON vault.master_key TO ledger_service;
GRANT SELECT, INSERT, UPDATE ON vault.subject_key TO ledger_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON vault.identity TO ledger_service;
