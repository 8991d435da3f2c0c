package org.clientele.backend.db;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Translates a DSN of Perl's DBI into the JDBC URL that says the same. */
final class PerlDsn {
    private static final String PREFIX = "dbi:";

    private PerlDsn() {}

    static boolean matches(String dsn) {
        return dsn.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** The URL to write, for example {@code jdbc:mariadb://customerdbhost:3306/customerdb}. */
    static String url(String dsn) {
        String[] parts = dsn.split(":", 3);
        Map<String, String> values = values(parts.length > 2 ? parts[2] : "");
        String host = values.getOrDefault("host", "localhost");
        String database =
                values.getOrDefault("database", values.getOrDefault("dbname", values.getOrDefault("db", "database")));
        return switch (parts[1].toLowerCase(Locale.ROOT)) {
            case "mysql", "mariadb" ->
                "jdbc:mariadb://" + host + ":" + values.getOrDefault("port", "3306") + "/" + database;
            case "pg" -> "jdbc:postgresql://" + host + ":" + values.getOrDefault("port", "5432") + "/" + database;
            default -> "a JDBC URL such as jdbc:postgresql://host:5432/database or jdbc:mariadb://host:3306/database";
        };
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        pair.substring(equals + 1).strip());
            } else if (!pair.isBlank()) {
                values.put("database", pair.strip());
            }
        }
        return values;
    }
}
