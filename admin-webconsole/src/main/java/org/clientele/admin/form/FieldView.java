package org.clientele.admin.form;

import java.util.List;
import org.clientele.admin.web.FormParameter;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form, ready to be shown.
 *
 * @param variable its variable
 * @param label its label
 * @param required whether it carries the mark
 * @param control how it is entered
 * @param values its values; a form control has the first
 * @param hint what to write, may be empty
 * @param limit how much fits, may be empty
 * @param choices what can be chosen
 * @param error what is wrong with it, empty if nothing is
 * @param base the value that the form started with, empty if it is too long to be carried
 * @param was the digest of the value that the form started with
 */
public record FieldView(
        String variable,
        String label,
        boolean required,
        Control control,
        List<String> values,
        String hint,
        String limit,
        List<Choice> choices,
        String error,
        String base,
        String was) {

    public FieldView {
        values = List.copyOf(values);
        choices = List.copyOf(choices);
    }

    /** How a value is entered. */
    public enum Control {
        TEXT,
        EMAIL,
        PASSWORD,
        AREA,
        SELECT,
        CUSTOMER,
        /** It cannot be entered, only read. */
        FIXED
    }

    /**
     * An allowed value.
     *
     * @param chosen whether it is the current one
     */
    public record Choice(String value, String label, boolean chosen) {}

    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The value as people read it, a dash for none. */
    public String text() {
        return choices.stream()
                .filter(choice -> control == Control.SELECT && choice.chosen())
                .findFirst()
                .map(Choice::label)
                .orElse(value().isEmpty() ? "–" : value());
    }

    public String type() {
        return control == Control.PASSWORD ? "password" : "text";
    }

    /** The name under which the field is sent. */
    public String inputName() {
        return FormParameter.ofField(variable());
    }

    /**
     * Which keys a telephone offers; null leaves the attribute out. An input of the type {@code email} would do that too, but browsers
     * change what stands in it: they take blanks away and write other domains for those with letters such as ü.
     */
    public @Nullable String inputMode() {
        return control == Control.EMAIL ? "email" : null;
    }

    public boolean wide() {
        return control == Control.AREA;
    }

    /** A text area swallows the first line break. */
    public String area() {
        return "\n" + value();
    }

    /** The ids of the texts that explain the field. */
    public String describedBy() {
        StringBuilder ids = new StringBuilder(variable + "-hint");
        if (!error.isEmpty()) {
            ids.insert(0, variable + "-error ");
        }
        if (!limit.isEmpty()) {
            ids.append(' ').append(variable).append("-limit");
        }
        return ids.toString();
    }
}
