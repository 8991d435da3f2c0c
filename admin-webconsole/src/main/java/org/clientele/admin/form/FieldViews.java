package org.clientele.admin.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.DirectoryEntry;
import org.clientele.SourceStatus;
import org.clientele.Validity;
import org.clientele.admin.form.FieldView.Choice;
import org.clientele.admin.form.FieldView.Control;
import org.clientele.admin.list.CustomerChoice;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Screen;
import org.clientele.field.Field;
import org.clientele.field.Fields;

/** Makes the fields of a form, or of a record that is only shown, from the map of a source. */
final class FieldViews {
    private final Screen screen;
    private final Words words;
    private final SourceStatus source;
    private final CustomerChoice customers;

    FieldViews(Screen screen, SourceStatus source, CustomerChoice customers) {
        this.screen = screen;
        this.words = screen.words();
        this.source = source;
        this.customers = customers;
    }

    /** The fields of a form that adds a record. */
    List<Section<FieldView>> toAdd(Typed typed) {
        return Section.of(
                source.fields().stream()
                        .filter(this::isOffered)
                        .filter(this::isWritten)
                        .map(field -> entered(field, typed, true))
                        .toList(),
                FieldView::variable);
    }

    /** The fields of a form that changes {@code entry}; what cannot change is text. */
    List<Section<FieldView>> toEdit(Typed typed, Optional<? extends DirectoryEntry> entry, String id) {
        return Section.of(
                source.fields().stream()
                        .filter(this::isOffered)
                        .map(field -> fixed(field, entry)
                                ? shown(field, values(field, entry, id))
                                : entered(field, typed, false))
                        .toList(),
                FieldView::variable);
    }

    /** A password is entered by whoever may set it, and never shown. */
    private boolean isOffered(Field field) {
        return !field.variable().equals(Fields.PASSWORD) || screen.may(Role.SET_PASSWORDS);
    }

    /** Another field with the same storage is the one to enter. */
    private boolean isWritten(Field field) {
        return Fields.isPassword(field) || Fields.writer(field, source.fields()).equals(field);
    }

    private boolean fixed(Field field, Optional<? extends DirectoryEntry> entry) {
        int values = entry.map(e ->
                        e.fields().getOrDefault(field.variable(), List.of()).size())
                .orElse(0);
        boolean fixedId = field.variable().equals(screen.kind().idVariable()) && !source.renames();
        return fixedId || field.readOnly() || !isWritten(field) || values > 1;
    }

    private List<String> values(Field field, Optional<? extends DirectoryEntry> entry, String id) {
        return field.variable().equals(screen.kind().idVariable())
                ? List.of(id)
                : entry.map(e -> e.fields().getOrDefault(field.variable(), List.of()))
                        .orElse(List.of());
    }

    private FieldView shown(Field field, List<String> values) {
        List<String> texts = values.stream()
                .filter(value -> !value.isEmpty())
                .map(value -> Optional.ofNullable(field.selections().get(value))
                        .map(label -> label(field, value, label))
                        .orElse(value))
                .toList();
        return new FieldView(
                field.variable(), words.label(field), false, Control.FIXED, texts, "", "", List.of(), "", "", "");
    }

    private FieldView entered(Field field, Typed typed, boolean add) {
        String variable = field.variable();
        String value = typed.values().getOrDefault(variable, "");
        Control control = control(field, value);
        return new FieldView(
                variable,
                words.label(field),
                required(field, add),
                control,
                List.of(value),
                hint(field, add),
                field.maxLength().isPresent()
                        ? words.get("form.limit", field.maxLength().getAsInt())
                        : "",
                choices(field, control, value),
                typed.errors().getOrDefault(variable, ""),
                typed.base().getOrDefault(variable, ""),
                typed.was().getOrDefault(variable, ""));
    }

    private boolean required(Field field, boolean add) {
        boolean generated = add && source.generatesLogins() && field.variable().equals(Fields.LOGIN);
        return field.required() && !generated && !field.variable().equals(Fields.PASSWORD);
    }

    private Control control(Field field, String value) {
        if (!field.selections().isEmpty()) {
            return Control.SELECT;
        }
        return switch (field.variable()) {
            case Fields.PASSWORD -> Control.PASSWORD;
            case Fields.EMAIL -> Control.EMAIL;
            case Fields.CUSTOMER -> Control.CUSTOMER;
            case Fields.COMMENT, Fields.CUSTOMER_COMMENT -> Control.AREA;
            case Fields.VALIDITY -> Control.SELECT;
            default -> value.contains("\n") ? Control.AREA : Control.TEXT;
        };
    }

    private String hint(Field field, boolean add) {
        String key = "hint." + field.variable();
        if (field.variable().equals(Fields.PASSWORD)) {
            return words.get(key + (add ? ".add" : ".edit"));
        }
        if (field.variable().equals(Fields.LOGIN) && add && source.generatesLogins()) {
            return words.get(key + ".generated");
        }
        if (field.variable().equals(Fields.EMAIL) && !source.uniqueEmail()) {
            return words.get(key + ".shared");
        }
        if (field.variable().equals(screen.kind().idVariable()) && source.renames()) {
            return words.get(key + (add ? ".add" : ".edit"));
        }
        return words.or(screen.kind().words() + "." + key, words.or(key, ""));
    }

    private List<Choice> choices(Field field, Control control, String value) {
        if (control == Control.CUSTOMER) {
            return customers.matching("").stream()
                    .map(customer -> new Choice(customer.customerId(), customer.name(), false))
                    .toList();
        }
        if (control != Control.SELECT) {
            return List.of();
        }
        Map<String, String> allowed = field.selections().isEmpty() ? validities() : field.selections();
        List<Choice> choices = new ArrayList<>();
        if (!allowed.containsKey(value)) {
            choices.add(new Choice(value, value.isEmpty() ? words.get("form.choose") : value, true));
        } else if (!field.required() && !allowed.containsKey("")) {
            choices.add(new Choice("", words.get("form.nothing"), false));
        }
        allowed.forEach((one, label) -> choices.add(new Choice(one, label(field, one, label), one.equals(value))));
        return choices;
    }

    private String label(Field field, String value, String label) {
        return words.selection(field.variable(), value, label);
    }

    private static Map<String, String> validities() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Validity validity : Validity.values()) {
            choices.put(Integer.toString(validity.id()), validity.key());
        }
        return choices;
    }
}
