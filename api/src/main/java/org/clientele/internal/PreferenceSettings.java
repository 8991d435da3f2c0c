package org.clientele.internal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.CustomerUserPreferences;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.Shown;
import org.clientele.spi.Settings;

/** Reads which preferences administrators set: {@code Key}, {@code Key | Label} or {@code Key | Label | value; value: label}. */
final class PreferenceSettings {
    static final String LANGUAGE = "UserLanguage";
    static final String TIME_ZONE = "UserTimeZone";

    private static final String KEY = "preferences";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final int MOST = 50;
    private static final int MOST_COLUMNS = 3;
    private static final Map<String, String> LABELS = Map.of(LANGUAGE, "Language", TIME_ZONE, "Time zone");

    /** Codes that were given up, for languages that have another one. */
    private static final Set<String> FORMER = Set.of("iw", "in", "ji", "sh", "mo");

    private PreferenceSettings() {}

    static List<Field> read(Settings settings) {
        Map<String, Field> items = new LinkedHashMap<>();
        for (String entry : settings.list(KEY, List.of(LANGUAGE, TIME_ZONE))) {
            List<String> columns =
                    Stream.of(entry.split("\\|", -1)).map(String::strip).toList();
            String key = columns.get(0);
            boolean fits = NAME.matcher(key).matches() && columns.size() <= MOST_COLUMNS && items.size() < MOST;
            if (fits && NativeKeys.isNative(key)) {
                settings.error(KEY, "has '" + key + "', which is a field of the record and cannot be a preference");
            } else if (!fits || items.containsKey(key)) {
                settings.error(
                        KEY,
                        "has '" + entry + "'; write at most " + MOST
                                + " different keys of letters, digits and _, such as"
                                + " UserSkin, UserSkin | Skin or UserSkin | Skin | light: Light; dark: Dark");
            } else {
                items.put(key, item(key, columns));
            }
        }
        return List.copyOf(items.values());
    }

    private static Field item(String key, List<String> columns) {
        String label = columns.size() > 1 && !columns.get(1).isEmpty() ? columns.get(1) : LABELS.getOrDefault(key, key);
        Map<String, String> choices = columns.size() > 2 ? choices(columns.get(2)) : Map.of();
        return new Field(
                key,
                label,
                key,
                Shown.FORM,
                false,
                FieldType.VAR,
                "",
                false,
                "",
                "",
                OptionalInt.of(CustomerUserPreferences.LONGEST_VALUE),
                choices.isEmpty() ? known(key) : choices);
    }

    private static Map<String, String> choices(String text) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String choice : text.split(";", -1)) {
            int colon = choice.indexOf(':');
            String value = (colon < 0 ? choice : choice.substring(0, colon)).strip();
            String label = choice.substring(colon + 1).strip();
            if (!value.isEmpty()) {
                choices.put(value, label.isEmpty() ? value : label);
            }
        }
        return choices;
    }

    private static Map<String, String> known(String key) {
        return switch (key) {
            case LANGUAGE -> languages();
            case TIME_ZONE -> timeZones();
            default -> Map.of();
        };
    }

    private static Map<String, String> languages() {
        Map<String, String> byName = new TreeMap<>();
        for (String code : Locale.getISOLanguages()) {
            String name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
            if (code.length() == 2 && !FORMER.contains(code) && !name.equals(code)) {
                byName.put(name, code);
            }
        }
        Map<String, String> languages = new LinkedHashMap<>();
        byName.forEach((name, code) -> languages.put(code, name));
        return languages;
    }

    /** The zones of places, and UTC; what else the platform knows are abbreviations and fixed offsets. */
    private static Map<String, String> timeZones() {
        List<String> zones = new ArrayList<>(List.of("UTC"));
        ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.matches("(Etc|SystemV|US|Canada|Brazil|Mexico|Chile)/.*"))
                .sorted(Comparator.naturalOrder())
                .forEach(zones::add);
        Map<String, String> labels = new LinkedHashMap<>();
        zones.forEach(zone -> labels.put(zone, zone.replace('_', ' ')));
        return labels;
    }
}
