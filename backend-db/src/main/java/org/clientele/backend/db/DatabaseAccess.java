package org.clientele.backend.db;

import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.clientele.spi.Settings;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * How a source reaches its database: a data source service by its name, or a pool of its own.
 *
 * @param dataSourceName the name of the service, used where there is no URL
 * @param url the JDBC URL of the pool to make, empty to use the service
 * @param user the user of the pool
 * @param password the password of the pool
 * @param family what the configuration says about the kind of database; detected where it says nothing
 */
record DatabaseAccess(
        String dataSourceName, Optional<String> url, String user, String password, Optional<DatabaseFamily> family) {
    /** The keys that decide where a password goes. */
    static final Set<String> KEYS = Set.of("dataSourceName", "dsn", "user", "type");

    private static final String DEFAULT_DATA_SOURCE = "clientele";
    private static final Pattern CREDENTIALS =
            Pattern.compile("(?i)(\\bpassword\\s*=|//[^/?;@:]+:[^?;]*@|:oracle:[^@]*/[^@]*@)");

    private static final Pattern EMBEDDED = Pattern.compile("jdbc:(h2|derby):(?!(tcp|ssl):|//).*");

    static DatabaseAccess read(Settings settings) {
        Optional<String> named = filled(settings, "dataSourceName");
        Optional<String> dsn = filled(settings, "dsn");
        String user = settings.text("user", "");
        String password = settings.secret("password");
        checkWays(settings, named, dsn, user, password);
        Optional<String> url = dsn.filter(text -> checkUrl(settings, text));
        Optional<DatabaseFamily> family = family(settings);
        checkFamily(settings, family, url);
        if (url.isPresent() && user.isEmpty() && !EMBEDDED.matcher(url.get()).matches()) {
            settings.error("user", "is missing; write the database user for dsn, other credentials are never tried");
        }
        return new DatabaseAccess(
                named.orElse(DEFAULT_DATA_SOURCE),
                dsn.isPresent() ? Optional.of(url.orElse("")) : url,
                user,
                password,
                family.or(() -> url.flatMap(DatabaseFamily::ofUrl)));
    }

    /** Whether this is the data source that is made for this directory alone. */
    boolean isDefault() {
        return url.isEmpty() && dataSourceName.equals(DEFAULT_DATA_SOURCE);
    }

    /** The URL, with which nothing is made that is not there. */
    String existingUrl() {
        String text = url.orElse("");
        return family.map(kind -> kind.existing(text)).orElse(text);
    }

    /** What a driver is given to connect to the URL. */
    Properties driverProperties() {
        Properties properties = new Properties();
        properties.setProperty(DataSourceFactory.JDBC_URL, url.orElse(""));
        if (!user.isEmpty()) {
            properties.setProperty(DataSourceFactory.JDBC_USER, user);
            // also where it is empty: a driver that is given none looks for one elsewhere
            properties.setProperty(DataSourceFactory.JDBC_PASSWORD, password);
        }
        return properties;
    }

    @Override
    public String toString() {
        return "DatabaseAccess[" + url.map(u -> "own pool").orElse(dataSourceName) + "]";
    }

    private static void checkWays(
            Settings settings, Optional<String> named, Optional<String> dsn, String user, String password) {
        if (named.isPresent() && dsn.isPresent()) {
            settings.error("dsn", "and dataSourceName exclude each other; keep one of them");
        }
        if (named.isPresent() && !named.get().matches("[A-Za-z0-9_./:-]+")) {
            settings.error("dataSourceName", "is '" + named.get() + "'; write letters, digits and _ . / : -");
        }
        if (dsn.isEmpty() && !(user.isEmpty() && password.isEmpty())) {
            settings.warning("user", "and password are for dsn; a data source has its own");
        }
    }

    private static void checkFamily(Settings settings, Optional<DatabaseFamily> type, Optional<String> url) {
        Optional<DatabaseFamily> actual = url.flatMap(DatabaseFamily::ofUrl);
        if (type.isPresent() && actual.isPresent() && !type.equals(actual)) {
            settings.error(
                    "type",
                    "contradicts dsn, which is a URL of " + actual.get().types().get(0) + "; remove the key type");
        }
    }

    private static boolean checkUrl(Settings settings, String dsn) {
        if (PerlDsn.matches(dsn)) {
            settings.error("dsn", "is a Perl DSN; write " + PerlDsn.url(dsn));
            return false;
        }
        if (DatabaseFamily.ofUrl(dsn).isEmpty()) {
            settings.error(
                    "dsn",
                    "is not a URL of a known database; write jdbc:postgresql://host:5432/database,"
                            + " jdbc:mariadb://host:3306/database or jdbc:h2:file:/path, or see docs/databases.md");
            return false;
        }
        if (CREDENTIALS.matcher(dsn).find()) {
            settings.error("dsn", "holds a password; write it without, and the keys user and password");
            return false;
        }
        return true;
    }

    private static Optional<DatabaseFamily> family(Settings settings) {
        Optional<String> type = filled(settings, "type");
        Optional<DatabaseFamily> family = type.flatMap(DatabaseFamily::ofType);
        if (type.isPresent() && family.isEmpty()) {
            settings.error("type", "is '" + type.get() + "'; write one of " + DatabaseFamily.allTypes());
        }
        return family;
    }

    private static Optional<String> filled(Settings settings, String key) {
        return settings.optional(key).filter(value -> !value.isEmpty());
    }
}
