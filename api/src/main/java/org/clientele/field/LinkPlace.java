package org.clientele.field;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where in an address a value stands: that decides how it is written. */
enum LinkPlace {
    /** A segment of the path, or a part of one. */
    PATH {
        @Override
        String encoded(String value) {
            return isDots(value) ? "" : percent(value);
        }
    },
    /** A query or a fragment. */
    QUERY {
        @Override
        String encoded(String value) {
            return percent(value);
        }
    },
    /** The recipient of a mail, whose {@code @} mail programs want to see. */
    MAILBOX {
        @Override
        String encoded(String value) {
            return percent(value).replace("%40", "@");
        }
    },
    /** A telephone number; blanks, dashes and brackets only serve the eye. */
    NUMBER {
        @Override
        String encoded(String value) {
            String dialled = value.startsWith("+") ? value.replace("(0)", "") : value;
            String number = VISUAL.matcher(dialled).replaceAll("");
            return DIALLED.matcher(number).matches() ? percent(number).replace("%2B", "+") : "";
        }
    },
    /** The whole address. It stays as it is, or there is none: what is put right might lead elsewhere than people read. */
    WHOLE {
        @Override
        String encoded(String value) {
            return ADDRESS.matcher(value).matches() && isUri(value) ? value : "";
        }
    };

    private static final Pattern ADDRESS = Pattern.compile("(?i:https?)://[A-Za-z0-9._-]+(:[0-9]{1,5})?"
            + "([/?#]([A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*+)?");
    private static final Pattern VISUAL = Pattern.compile("[\\s\\p{Zs}().\\-/]");
    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9*#]+");

    abstract String encoded(String value);

    /** The place behind a beginning of a template. */
    static LinkPlace behind(String scheme, String beginning) {
        if (beginning.indexOf('?') >= 0 || beginning.indexOf('#') >= 0) {
            return QUERY;
        }
        return switch (scheme) {
            case "mailto" -> MAILBOX;
            case "tel" -> NUMBER;
            default -> PATH;
        };
    }

    /** The value as it stands in an address, empty if there is none or it cannot stand there. */
    Optional<String> written(String value) {
        return value.isEmpty() || value.codePoints().anyMatch(Character::isISOControl)
                ? Optional.empty()
                : Optional.of(encoded(value)).filter(text -> !text.isEmpty());
    }

    private static boolean isUri(String value) {
        try {
            new URI(value);
            return true;
        } catch (URISyntaxException noUri) {
            return false;
        }
    }

    /** What a browser takes for the folder above, encoded or not. */
    private static boolean isDots(String value) {
        return value.equals(".") || value.equals("..");
    }

    /** Everything but letters, digits and {@code - . _ ~}; what forms write otherwise than addresses is put right. */
    private static String percent(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
