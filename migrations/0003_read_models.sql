-- Read models: disposable, rebuilt from the log. Rows are bitemporal: a valid range of calendar dates (half-open, infinite
-- ends allowed) and a known range of positions (half-open; an open end is null). A row is never changed but for the end
-- of its known range. Every primary key begins with the subject: the partition key, should one machine not do.
CREATE SCHEMA reading;
COMMENT ON SCHEMA reading IS 'What readers ask: derived from the event log, never the other way round.';

CREATE TABLE reading.checkpoint (
  singleton boolean NOT NULL DEFAULT true,
  position  bigint  NOT NULL,
  epoch     uuid    NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT checkpoint_pk PRIMARY KEY (singleton),
  CONSTRAINT checkpoint_only_one CHECK (singleton)
);
COMMENT ON TABLE reading.checkpoint IS 'One row: the position up to which events have been applied; it moves in the transaction of the rows, under its lock. epoch is another one after a switch to rebuilt tables: what a projector has in memory is then of tables that are gone.';
INSERT INTO reading.checkpoint (position) VALUES (0);

CREATE TABLE reading.subject (
  subject    text   COLLATE "C" NOT NULL,
  known_from bigint NOT NULL,
  CONSTRAINT subject_pk PRIMARY KEY (subject)
);
COMMENT ON TABLE reading.subject IS 'Every person and household, and the position of the first event in its stream: what a campaign walks over.';

CREATE TABLE reading.campaign (
  position bigint  NOT NULL,
  after    bigint  NOT NULL,
  event    uuid    NOT NULL,
  codes    text[]  NOT NULL,
  findings boolean NOT NULL,
  cursor   text    COLLATE "C" NOT NULL DEFAULT '',
  finished boolean NOT NULL DEFAULT false,
  CONSTRAINT campaign_pk PRIMARY KEY (position)
);
COMMENT ON TABLE reading.campaign IS 'A figure or rule set that changed at a position: every subject it touches is evaluated anew as known then. cursor is the last subject done, in order; after is the position before it.';

-- Readers look at the unfinished ones all the time; the finished ones stay as history.
CREATE INDEX campaign_unfinished ON reading.campaign (position) WHERE NOT finished;

CREATE TABLE reading.campaign_ahead (
  position bigint NOT NULL,
  subject  text   COLLATE "C" NOT NULL,
  CONSTRAINT campaign_ahead_pk PRIMARY KEY (position, subject)
);
COMMENT ON TABLE reading.campaign_ahead IS 'Subjects evaluated for a campaign ahead of its cursor, because a later event spoke of them first.';

CREATE TABLE reading.entitlement (
  subject         text    COLLATE "C" NOT NULL,
  id              text    COLLATE "C" NOT NULL,
  code            text    COLLATE "C" NOT NULL,
  valid_from      date    NOT NULL,
  valid_until     date    NOT NULL,
  known_from      bigint  NOT NULL,
  known_until     bigint,
  status          text    COLLATE "C" NOT NULL,
  amount          bigint,
  per             text    COLLATE "C",
  amount_verified boolean NOT NULL,
  division        text    COLLATE "C",
  priority        text    COLLATE "C" NOT NULL,
  priority_class  text    COLLATE "C",
  missing         text[]  NOT NULL,
  cause           uuid    NOT NULL,
  CONSTRAINT entitlement_pk PRIMARY KEY (subject, id),
  CONSTRAINT entitlement_valid_range CHECK (valid_from < valid_until),
  CONSTRAINT entitlement_known_range CHECK (known_from < known_until),
  CONSTRAINT entitlement_status CHECK (status IN ('entitled', 'undetermined'))
);
COMMENT ON TABLE reading.entitlement IS 'Who is entitled, or may be, to what, when, as known when; absence means not entitled. Amounts in fen. cause is the event that made it known; which rule set computed it, the position known_from says.';
CREATE INDEX entitlement_by_division ON reading.entitlement (division, code, valid_from);

CREATE TABLE reading.membership (
  subject     text   COLLATE "C" NOT NULL,
  id          text   COLLATE "C" NOT NULL,
  person      text   COLLATE "C" NOT NULL,
  kind        text   COLLATE "C" NOT NULL,
  relation    text   COLLATE "C" NOT NULL,
  valid_from  date   NOT NULL,
  valid_until date   NOT NULL,
  known_from  bigint NOT NULL,
  known_until bigint,
  cause       uuid   NOT NULL,
  CONSTRAINT membership_pk PRIMARY KEY (subject, id),
  CONSTRAINT membership_valid_range CHECK (valid_from < valid_until),
  CONSTRAINT membership_known_range CHECK (known_from < known_until)
);
COMMENT ON TABLE reading.membership IS 'Who belongs to which household, when, as known when; subject is the household.';
CREATE INDEX membership_by_person ON reading.membership (person);

CREATE TABLE reading.finding (
  subject     text   COLLATE "C" NOT NULL,
  id          text   COLLATE "C" NOT NULL,
  kind        text   COLLATE "C" NOT NULL,
  code        text   COLLATE "C",
  entitlement text   COLLATE "C",
  division    text   COLLATE "C",
  valid_from  date   NOT NULL,
  valid_until date   NOT NULL,
  known_from  bigint NOT NULL,
  known_until bigint,
  events      uuid[] NOT NULL,
  cause       uuid   NOT NULL,
  CONSTRAINT finding_pk PRIMARY KEY (subject, id),
  CONSTRAINT finding_valid_range CHECK (valid_from < valid_until),
  CONSTRAINT finding_known_range CHECK (known_from < known_until)
);
COMMENT ON TABLE reading.finding IS 'Standing questions with an unwelcome answer: contradictions and breaches, when open, as known when.';
CREATE INDEX finding_by_division ON reading.finding (division, kind, valid_from);

GRANT USAGE ON SCHEMA reading TO ledger_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA reading TO ledger_service;
