package org.clientele.admin.list;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clientele.admin.text.Words;
import org.clientele.field.Link;
import org.clientele.field.ViewRow;
import org.jspecify.annotations.Nullable;

/**
 * A value to read.
 *
 * @param text the value as people read it
 * @param link where it leads, empty for nowhere
 */
public record Cell(String text, Optional<Link> link) {
    static final Cell EMPTY = new Cell("", Optional.empty());

    private static final int ALWAYS_FITS = 10;
    private static final int BEGINNING = 40;
    private static final Pattern BYTES = Pattern.compile("[A-Za-z0-9+/]{400,}+={0,2}");
    private static final Pattern BEHIND_AT = Pattern.compile("(?<=@)");

    /** One value of a field, in words. Bytes in Base64, a photo or a certificate, are their beginning; all of it is in the JSON. */
    public static Cell of(String variable, ViewRow.Value value, Words words) {
        String text = words.selection(variable, value.stored(), value.label());
        return new Cell(BYTES.matcher(text).matches() ? text.substring(0, BEGINNING) + "…" : text, value.link());
    }

    /** All values of a field in one line; of several none is a link. */
    static Cell of(ViewRow row, Words words) {
        List<Cell> values = row.values().stream()
                .map(value -> of(row.variable(), value, words))
                .toList();
        return values.size() == 1
                ? values.get(0)
                : new Cell(values.stream().map(Cell::text).collect(Collectors.joining(", ")), Optional.empty());
    }

    /** The text in pieces between which a line may break: behind each {@code @}, since an address is wider than many a column. */
    public List<String> pieces() {
        return List.of(BEHIND_AT.split(text));
    }

    /** The text again, for whoever sees the beginning only; null for one that fits into every column. */
    public static @Nullable String title(String text) {
        return text.length() <= ALWAYS_FITS ? null : text;
    }

    /** The target of the link; null leaves the attribute out. */
    public @Nullable String target() {
        return link.map(Link::target).filter(target -> !target.isEmpty()).orElse(null);
    }

    /** The CSS classes of the link; null leaves the attribute out. */
    public @Nullable String classes() {
        return link.map(Link::classes).filter(classes -> !classes.isEmpty()).orElse(null);
    }
}
