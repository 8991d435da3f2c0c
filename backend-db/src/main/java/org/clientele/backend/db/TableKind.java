package org.clientele.backend.db;

import org.clientele.spi.SourceDefaults;

/**
 * What is different between a table of customer users and one of customers.
 *
 * @param defaults what holds where the configuration is silent
 * @param idVariable the variable that holds the login or customer ID
 * @param table default of {@code table}
 * @param customerColumn default of {@code customerId}, empty if records belong to no customer
 * @param validColumn default of {@code customerValid}
 */
record TableKind(SourceDefaults defaults, String idVariable, String table, String customerColumn, String validColumn) {}
