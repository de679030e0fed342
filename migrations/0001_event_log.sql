-- The event log of record. Rows are added, never changed: the service's role is not granted more, and a test tries it.
-- Positions are dense and given out under the lock of log.head, held to commit: the order of positions is the order of
-- commits, so that a reader who has seen one position has seen every position before it.

DO $$
BEGIN
  IF current_setting('server_encoding') <> 'UTF8' THEN
    RAISE EXCEPTION 'the event log needs a database with encoding UTF8: digests are over UTF-8 bytes';
  END IF;
END
$$;

-- Roles belong to the server, not to the database: another ledger on it may have made this one, or be making it just now.
-- It cannot log in until it is given a password.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ledger_service') THEN
    CREATE ROLE ledger_service NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

CREATE SCHEMA log;
COMMENT ON SCHEMA log IS 'The event log of record: immutable streams and one total order.';

CREATE TABLE log.head (
  singleton   boolean        NOT NULL DEFAULT true,
  position    bigint         NOT NULL,
  recorded_at timestamptz(3),
  CONSTRAINT head_pk PRIMARY KEY (singleton),
  CONSTRAINT head_only_one CHECK (singleton),
  CONSTRAINT head_empty_without_time CHECK ((position = 0) = (recorded_at IS NULL))
);
COMMENT ON TABLE log.head IS 'One row: the last position and when it was recorded. Its lock, held to commit, is what orders the log.';

INSERT INTO log.head (position, recorded_at) VALUES (0, NULL);

CREATE TABLE log.event (
  position       bigint         NOT NULL,
  id             uuid           NOT NULL,
  stream         text           COLLATE "C" NOT NULL,
  revision       integer        NOT NULL,
  type           text           COLLATE "C" NOT NULL,
  schema_version integer        NOT NULL,
  recorded_at    timestamptz(3) NOT NULL,
  effective_on   date           NOT NULL,
  body           text           NOT NULL,
  digest         bytea          NOT NULL,
  fingerprint    text           COLLATE "C" NOT NULL,
  CONSTRAINT event_pk PRIMARY KEY (position),
  CONSTRAINT event_id_once UNIQUE (id),
  CONSTRAINT event_revision_once UNIQUE (stream, revision),
  CONSTRAINT event_position_from_1 CHECK (position > 0),
  CONSTRAINT event_revision_from_0 CHECK (revision >= 0),
  CONSTRAINT event_digest_is_sha256 CHECK (octet_length(digest) = 32)
);
COMMENT ON TABLE log.event IS
  'The events. body is the RFC 8785 text of the whole event but its position, and the truth; the other columns say the same and serve to find it. digest is the SHA-256 of its UTF-8 bytes.';
COMMENT ON COLUMN log.event.fingerprint IS 'Keyed fingerprint of the command: the same id with another one is another command.';

-- Times never decrease along positions, so this order is that of the log.
CREATE INDEX event_by_time ON log.event (recorded_at, position);

-- No foreign key to log.event: it would cost every append a look-up a row to say what the body says already, and fsck compares.
CREATE TABLE log.event_subject (
  subject  text   COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  CONSTRAINT event_subject_pk PRIMARY KEY (subject, position)
);
COMMENT ON TABLE log.event_subject IS 'Which events speak of which persons, households, divisions, decisions and complaints.';

GRANT USAGE ON SCHEMA log TO ledger_service;
GRANT SELECT, UPDATE ON log.head TO ledger_service;
GRANT SELECT, INSERT ON log.event, log.event_subject TO ledger_service;
