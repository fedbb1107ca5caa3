-- One decision about one injection in one call. No chart content: the three ids are keyed hashes.
CREATE TABLE decision (
  client     VARCHAR(200) NOT NULL,
  card       VARCHAR(64)  NOT NULL,
  hook       VARCHAR(64)  NOT NULL,
  instance   VARCHAR(64)  NOT NULL,
  patient    VARCHAR(64)  NOT NULL,
  injection  VARCHAR(64)  NOT NULL,
  verdict    VARCHAR(32)  NOT NULL,
  finding    VARCHAR(64)  NOT NULL,
  codes      VARCHAR(500) NOT NULL,
  edition    VARCHAR(64)  NOT NULL,
  shown      INTEGER      NOT NULL,
  decided_on VARCHAR(10)  NOT NULL,
  decided_at BIGINT       NOT NULL,
  PRIMARY KEY (client, card)
);
CREATE INDEX decision_at ON decision (decided_at);

-- What a clinician did with a card. The id is made of the item itself: the same item again is the same row.
CREATE TABLE feedback (
  id            VARCHAR(64)  NOT NULL PRIMARY KEY,
  client        VARCHAR(200) NOT NULL,
  card          VARCHAR(500) NOT NULL,
  outcome       VARCHAR(16)  NOT NULL,
  outcome_at    BIGINT       NOT NULL,
  suggestions   VARCHAR(4000) NOT NULL,
  reason_system VARCHAR(500) NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  comment       VARCHAR(500),
  received_at   BIGINT       NOT NULL
);
CREATE INDEX feedback_card ON feedback (client, card);
CREATE INDEX feedback_at ON feedback (received_at);

-- Tokens seen, until they have expired.
CREATE TABLE token (
  issuer  VARCHAR(500) NOT NULL,
  jti     VARCHAR(255) NOT NULL,
  expires BIGINT       NOT NULL,
  PRIMARY KEY (issuer, jti)
);
CREATE INDEX token_expires ON token (expires);

-- The key under which ids are hashed, where the settings give none.
CREATE TABLE hash_key (
  id    INTEGER      NOT NULL PRIMARY KEY,
  value VARCHAR(64)  NOT NULL
);
