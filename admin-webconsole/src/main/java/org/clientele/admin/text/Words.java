package org.clientele.admin.text;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.StoreUnavailableException;
import org.clientele.SuspendedException;
import org.clientele.field.Field;

/** The words of one language. */
public final class Words {
    private final Locale locale;
    private final Map<String, String> texts;

    Words(Locale locale, Map<String, String> texts) {
        this.locale = locale;
        this.texts = Map.copyOf(texts);
    }

    /** The tag for {@code lang} attributes. */
    public String language() {
        return locale.toLanguageTag();
    }

    public Locale locale() {
        return locale;
    }

    /** The text of {@code key} with its arguments; the key itself if nobody wrote it. */
    public String get(String key, Object... arguments) {
        String text = texts.getOrDefault(key, key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /** The text of {@code key}, or {@code absent}. */
    public String or(String key, String absent) {
        return texts.getOrDefault(key, absent);
    }

    /** The translated label of a field, unless its configuration gives a label of its own. */
    public String label(Field field) {
        return label(field.variable(), field.label());
    }

    /** The same for the row of a view; a label that only repeats the variable is none. */
    public String label(String variable, String label) {
        String shipped = or("map." + variable, label);
        boolean none = label.equals(variable);
        return none || shipped.equals(label) ? or("label." + variable, label) : label;
    }

    /** A notice of the directory in this language, as it is if it is not known. */
    public String notice(String notice) {
        return notice.equals(StoreUnavailableException.NOTICE) ? or("notice.store-away", notice) : notice;
    }

    /** Why the directory gave no answer. */
    public String unavailable(DirectoryException cause) {
        if (cause instanceof SuspendedException) {
            return get("access.suspended");
        }
        String message = String.valueOf(cause.getMessage());
        return cause instanceof StoreUnavailableException ? notice(message) : get("form.unavailable", message);
    }

    /** What is wrong with a request, said with the names of its parameters. */
    public String refused(InvalidInputException cause) {
        return cause.faults().entrySet().stream()
                .map(fault -> fault(fault.getValue(), fault.getKey()))
                .collect(Collectors.joining(" "));
    }

    /** What is wrong with a value, said with the label that the screen gives it. */
    public String fault(Fault fault, String label) {
        if (fault.kind() == Fault.Kind.OTHER) {
            return fault.message();
        }
        List<String> arguments = new ArrayList<>(fault.arguments());
        arguments.add(0, label);
        return get("fault." + fault.kind().key(), arguments.toArray());
    }

    /** The translated label of an allowed value. */
    public String selection(String variable, String value, String label) {
        return or("selection." + variable + "." + value, label);
    }
}
