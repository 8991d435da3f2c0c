package org.clientele.backend.ldap;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.spi.Settings;

/** Checks the names of attributes that a configuration asks for; each that may not be read becomes a finding, once. */
final class AttributeNames {
    /** Attributes that hold passwords or keys in some well-known schema. */
    private static final Set<String> SECRET = Set.of(
            "userpassword",
            "unicodepwd",
            "dbcspwd",
            "lmpwdhistory",
            "ntpwdhistory",
            "supplementalcredentials",
            "sambantpassword",
            "sambalmpassword",
            "sambapasswordhistory",
            "pwdhistory",
            "krbprincipalkey",
            "authpassword",
            "userpkcs12",
            "ipanthash",
            "orclpassword",
            "ms-mcs-admpwd",
            "mslaps-password");

    /**
     * A name with options. Not its number, under which no entry is answered, nor {@code *}: both would get at secrets by
     * another name. The underscore is no standard, but there are directories with it.
     */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w-]*(;[\\w-]+)*");

    private final Settings settings;
    private final Set<String> refused = new HashSet<>();

    AttributeNames(Settings settings) {
        this.settings = settings;
    }

    void check(String key, Stream<String> attributes) {
        attributes
                .filter(attribute -> !attribute.isEmpty())
                .filter(attribute ->
                        isSecret(attribute) || !NAME.matcher(attribute).matches())
                .filter(refused::add)
                .forEach(attribute -> settings.error(key, refusal(attribute)));
    }

    private static String refusal(String attribute) {
        return isSecret(attribute)
                ? "names " + attribute + ", which holds passwords and is never read; remove it"
                : "names " + attribute + ", which is no name of an attribute; write one such as mail or cn;lang-de";
    }

    private static boolean isSecret(String attribute) {
        int options = attribute.indexOf(';');
        String name = options < 0 ? attribute : attribute.substring(0, options);
        return SECRET.contains(name.toLowerCase(Locale.ROOT));
    }
}
