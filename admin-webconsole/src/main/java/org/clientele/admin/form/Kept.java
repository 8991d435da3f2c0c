package org.clientele.admin.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.SourceStatus;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.FormParameter;
import org.clientele.field.Field;
import org.clientele.field.Fields;

/**
 * A value that was typed into the form of another source, and for which this one has no field. The form keeps it for the way back.
 *
 * @param variable its variable
 * @param label its label
 * @param value what was typed
 */
public record Kept(String variable, String label, String value) {

    /** The name under which the form keeps it. */
    public String inputName() {
        return FormParameter.ofField(variable);
    }

    static List<Kept> of(Exchange exchange, SourceStatus source) {
        Set<String> fields = source.fields().stream().map(Field::variable).collect(Collectors.toSet());
        return FormSources.sent(exchange)
                .filter(variable -> !fields.contains(variable) && !variable.equals(Fields.PASSWORD))
                .flatMap(variable -> exchange
                        .filled(FormParameter.ofField(variable))
                        .map(value -> new Kept(variable, exchange.words().label(variable, variable), value))
                        .stream())
                .toList();
    }
}
