package org.clientele.admin.form;

import java.util.Optional;
import org.clientele.SourceStatus;
import org.clientele.Validity;
import org.clientele.admin.text.Words;
import org.clientele.field.Field;
import org.clientele.field.Fields;

/** The words of the map of a source. */
record SourceText(SourceStatus source, Words words) implements FieldText {

    @Override
    public String label(String variable) {
        return field(variable).map(words::label).orElse(variable);
    }

    @Override
    public String value(String variable, String value) {
        return field(variable)
                .flatMap(field -> Optional.ofNullable(field.selections().get(value)))
                .or(() -> validity(variable, value))
                .map(label -> words.selection(variable, value, label))
                .orElse(value);
    }

    private static Optional<String> validity(String variable, String value) {
        return Optional.of(value)
                .filter(any -> variable.equals(Fields.VALIDITY))
                .flatMap(Validity::of)
                .map(Validity::key);
    }

    private Optional<Field> field(String variable) {
        return source.fields().stream()
                .filter(field -> field.variable().equals(variable))
                .findFirst();
    }
}
