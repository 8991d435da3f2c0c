package org.clientele.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.Fields;

/**
 * Reads the keys that all back ends have in common. An author reads his own keys from the same {@link Settings} before or
 * after, and asks it for the findings at the end.
 */
public final class SourceSettings {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_ROWS_OF_A_REQUEST = 100_000;
    private static final int DEFAULT_ROWS_OF_A_REQUEST = 250;
    private static final Duration LEAST_TIME_LIMIT = Duration.ofMillis(100);
    private static final Duration USUAL_TIME_LIMIT = Duration.ofSeconds(5);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(366);

    private static final Pattern PREFIX = Pattern.compile("[^\\p{javaWhitespace}\\p{Cntrl}\\p{Cf}]{1,100}");

    private SourceSettings() {}

    /**
     * The description of the source that a configuration defines.
     *
     * @param settings the configuration; findings are noted there
     * @param defaults what the back end takes where the configuration is silent
     */
    public static SourceDescription read(Settings settings, SourceDefaults defaults) {
        String slot = slot(settings);
        SourceDescription description = new SourceDescription(
                slot,
                settings.optional("sourceId").filter(id -> !id.isEmpty()).orElse(slot),
                name(settings, slot.isEmpty() ? defaults.backEnd() : defaults.backEnd() + " (" + slot + ")"),
                defaults.backEnd(),
                new FieldMap(settings).read(defaults.map(), defaults.requiredVariables()),
                search(settings, defaults),
                rules(settings, defaults),
                calls(settings, defaults));
        checkLabel(settings, description, defaults);
        checkGeneratedLogins(settings, description);
        return description;
    }

    /**
     * The slot that a configuration fills: its key {@code slot}, else the name of the factory instance, which is what
     * follows {@code ~} in the service PID; empty if there is neither.
     */
    public static String slot(Settings settings) {
        Optional<String> explicit = settings.optional("slot").filter(s -> !s.isEmpty());
        String pid = settings.text("service.pid", "");
        int name = pid.indexOf('~') + 1;
        return explicit.orElse(name == 0 ? "" : pid.substring(name));
    }

    private static String name(Settings settings, String absent) {
        String name = settings.text("name", absent);
        if (name.length() > LONGEST_NAME) {
            settings.error("name", "has " + name.length() + " characters; write at most " + LONGEST_NAME);
            return absent;
        }
        return name;
    }

    private static SearchSettings search(Settings settings, SourceDefaults defaults) {
        return new SearchSettings(
                settings.text("customerKey", defaults.idField()),
                settings.list("listFields", defaults.listFields()),
                settings.list("searchFields", defaults.searchFields()),
                settings.text("searchPrefix", defaults.searchPrefix()),
                settings.text("searchSuffix", "*"),
                settings.number("searchListLimit", DEFAULT_ROWS_OF_A_REQUEST, 1, MOST_ROWS_OF_A_REQUEST),
                defaults.customerUsers()
                        ? settings.list("postMasterSearchFields", defaults.postMasterFields())
                        : List.of(),
                settings.list("nameFields", defaults.nameFields()),
                settings.verbatim("nameFieldsJoin", " "),
                settings.optionalFlag("searchCaseSensitive").orElse(false));
    }

    private static RuleSettings rules(Settings settings, SourceDefaults defaults) {
        boolean readOnly = readOnly(settings, defaults);
        RuleSettings.Uniqueness absent =
                readOnly ? RuleSettings.Uniqueness.BEST_EFFORT : RuleSettings.Uniqueness.REQUIRED;
        RuleSettings.Uniqueness uniqueness = settings.choice("uniqueness", absent);
        if (!defaults.customerUsers()) {
            return new RuleSettings(readOnly, false, false, Optional.empty(), false, false, uniqueness);
        }
        Optional<String> prefix = Optional.of(settings.text("autoLoginCreationPrefix", "auto"));
        return new RuleSettings(
                readOnly,
                settings.flag("emailUniqCheck", defaults.uniqueEmail()),
                settings.flag("customerCompanySupport", defaults.companySupport()),
                settings.flag("autoLoginCreation", false) ? prefix : Optional.empty(),
                settings.flag("excludePrimaryCustomerId", false),
                settings.flag("adminSetPreferences", true),
                uniqueness);
    }

    private static boolean readOnly(Settings settings, SourceDefaults defaults) {
        boolean wanted = settings.flag("readOnly", defaults.alwaysReadOnly());
        if (defaults.alwaysReadOnly() && !wanted) {
            settings.warning("readOnly", "is without effect, because this back end only reads; remove it");
        }
        return wanted || defaults.alwaysReadOnly();
    }

    private static CallSettings calls(Settings settings, SourceDefaults defaults) {
        return new CallSettings(
                answerTimeLimit(settings),
                settings.seconds("cacheTtl", Duration.ofSeconds(defaults.cacheSeconds()), YEAR),
                settings.flag("die", false));
    }

    /** No source answers in no time, so that one with such a limit would never answer. */
    private static Duration answerTimeLimit(Settings settings) {
        Duration limit = settings.seconds("answerTimeLimit", USUAL_TIME_LIMIT, DAY);
        if (limit.compareTo(LEAST_TIME_LIMIT) < 0) {
            settings.error("answerTimeLimit", "must be at least 0.1 seconds, for example 5");
            return USUAL_TIME_LIMIT;
        }
        return limit;
    }

    private static void checkLabel(Settings settings, SourceDescription description, SourceDefaults defaults) {
        Optional<String> email = description.field(Fields.EMAIL).map(Field::storage);
        List<String> labels = description.search().listFields();
        if (email.isPresent()
                && defaults.customerUsers()
                && (labels.isEmpty() || !labels.get(labels.size() - 1).equals(email.get()))) {
            settings.warning(
                    "listFields",
                    "does not end with the e-mail address (" + email.get()
                            + "); a label such as \"John Doe\" <john@example.com> needs it last");
        }
    }

    private static void checkGeneratedLogins(Settings settings, SourceDescription description) {
        Optional<String> prefix = description.rules().generatedLoginPrefix();
        boolean number = description
                .field(Fields.LOGIN)
                .filter(login -> login.type() == FieldType.INT)
                .isPresent();
        if (prefix.isPresent() && number) {
            settings.error(
                    "autoLoginCreation",
                    "makes logins such as " + prefix.get()
                            + "-20240131120530-4711, but the map says that logins are numbers; write 0");
        }
        if (prefix.isPresent() && !PREFIX.matcher(prefix.get()).matches()) {
            settings.error(
                    "autoLoginCreationPrefix",
                    "is '" + prefix.get() + "'; write 1 to 100 characters without blanks, for example auto");
        }
    }
}
