package org.clientele.admin.list;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientele.field.Link;
import org.jspecify.annotations.Nullable;

/**
 * A value to read.
 *
 * @param text the value as people read it
 * @param link where it leads, empty for nowhere
 */
public record Cell(String text, Optional<Link> link) {
    private static final int ALWAYS_FITS = 10;
    private static final Pattern BEHIND_AT = Pattern.compile("(?<=@)");

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
