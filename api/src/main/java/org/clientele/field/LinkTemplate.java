package org.clientele.field;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link as the map of a source writes it: an address with variables, such as {@code mailto:{UserEmail}},
 * {@code https://crm.example.com/?id={UserCustomerID}} or, relative to the address that the directory is configured with,
 * {@code customer/{UserCustomerID}}. Scheme and host stand in the template itself; a value can change neither. The one exception
 * is a template that is nothing but a variable, {@code {CustomerCompanyURL}}: the value is the address then, if it begins with
 * {@code http://} or {@code https://} and a host, and there is no link if it is anything else.
 */
public final class LinkTemplate {
    private static final String EXAMPLE = "https://crm.example.com/?id={UserCustomerID} or mailto:{UserEmail}";
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern HOST =
            Pattern.compile("(?i:https?)://[A-Za-z0-9._-]+(:[0-9]{1,5})?([/?#].*)?", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("([A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*");
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");
    private static final String FOREIGN = "[%";
    private static final Pattern FOREIGN_VARIABLE = Pattern.compile("\\[%\\s*Data\\.(\\w+)\\s*(?:\\|[^%]*)?%]");
    private static final Pattern FOREIGN_ADDRESS = Pattern.compile("\\[%\\s*Env\\(\"(?:CGIHandle|Baselink)\"\\)\\s*%]");

    private final boolean relative;
    private final List<Part> parts;

    /** A literal, or the value of a variable where the place says how it is written. */
    private record Part(String text, Optional<LinkPlace> place) {}

    private LinkTemplate(boolean relative, List<Part> parts) {
        this.relative = relative;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if it is none; the message says what to write instead
     */
    public static LinkTemplate of(String text) {
        if (text.contains(FOREIGN)) {
            throw new IllegalArgumentException("is written for OTRS; write " + translated(text));
        }
        Matcher whole = VARIABLE.matcher(text);
        if (whole.matches()) {
            return new LinkTemplate(false, List.of(new Part(whole.group(1), Optional.of(LinkPlace.WHOLE))));
        }
        String scheme = scheme(text);
        List<Part> parts = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(text);
        int from = 0;
        while (variable.find()) {
            String before = literal(text.substring(from, variable.start()));
            parts.add(new Part(before, Optional.empty()));
            LinkPlace place = LinkPlace.behind(scheme, text.substring(0, variable.start()));
            parts.add(new Part(variable.group(1), Optional.of(place)));
            from = variable.end();
        }
        parts.add(new Part(literal(text.substring(from)), Optional.empty()));
        requireAddress(VARIABLE.matcher(text).replaceAll("1"));
        return new LinkTemplate(scheme.isEmpty(), parts);
    }

    /** The variables that it uses, in order. */
    public List<String> variables() {
        return parts.stream()
                .filter(part -> part.place().isPresent())
                .map(Part::text)
                .toList();
    }

    /** Whether it is relative, so that there is no address without the directory's own. */
    public boolean relative() {
        return relative;
    }

    /**
     * The address for one record.
     *
     * @param values the value of each variable, the empty text for none
     * @param base what a relative template is relative to
     * @return empty if a value is missing or cannot stand in an address, or if the base is missing
     */
    public Optional<String> address(UnaryOperator<String> values, Optional<URI> base) {
        StringBuilder address = new StringBuilder();
        for (Part part : parts) {
            Optional<String> text = part.place().isEmpty()
                    ? Optional.of(part.text())
                    : part.place().get().written(values.apply(part.text()));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            address.append(text.get());
        }
        return relative
                ? base.map(start -> start.resolve(address.toString()).toString())
                : Optional.of(address.toString());
    }

    /** The scheme in lower case, empty for a relative address; everything in front of the first variable is looked at. */
    private static String scheme(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (text.isEmpty() || text.startsWith("{")) {
            throw new IllegalArgumentException(
                    "begins with a value, which may lead anywhere; write an address such as " + EXAMPLE);
        }
        if (!scheme.matches()) {
            requireRelative(text);
            return "";
        }
        String name = scheme.group(1).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "http", "https" -> {
                requireHost(text);
                yield name;
            }
            case "mailto", "tel" -> name;
            default ->
                throw new IllegalArgumentException("has the scheme " + name
                        + ", which is not allowed; write http://, https://, mailto:, tel: or a relative address");
        };
    }

    private static void requireHost(String text) {
        int variable = text.indexOf('{');
        String fixed = variable < 0 ? text : text.substring(0, variable);
        Matcher host = HOST.matcher(fixed);
        if (!host.matches() || (variable >= 0 && host.group(2) == null)) {
            throw new IllegalArgumentException(
                    "has no host of its own that ends before the first value; write for example " + EXAMPLE);
        }
    }

    private static void requireRelative(String text) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        boolean schemeLike = colon >= 0 && (slash < 0 || colon < slash) && !text.matches("[?#].*");
        if (text.startsWith("//") || schemeLike) {
            throw new IllegalArgumentException("may lead to another host; write http:// or https:// in front of it");
        }
    }

    private static void requireAddress(String filled) {
        try {
            new URI(filled);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "is no address (" + e.getReason() + "); write for example " + EXAMPLE, e);
        }
    }

    private static String translated(String text) {
        String ours = FOREIGN_ADDRESS.matcher(text).replaceAll("index.pl");
        ours = FOREIGN_VARIABLE.matcher(ours).replaceAll("{$1}");
        boolean elsewhere = ours.startsWith("{") && !VARIABLE.matcher(ours).matches();
        return ours.contains(FOREIGN) || elsewhere ? EXAMPLE : ours;
    }

    private static String literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "has '" + text + "' in it, where characters stand that no address has; write a variable as"
                            + " {UserEmail}, a blank as %20, and other characters with % as well");
        }
        return text;
    }
}
