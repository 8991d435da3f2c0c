package org.clientele.store;

/** Says, as a service, that the tables are there and up to date. */
final class MigratedTables {}
