package org.clientele.admin.group;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.clientele.access.Groups;
import org.clientele.admin.form.FieldText;
import org.clientele.admin.form.FieldView;
import org.clientele.admin.form.FieldView.Choice;
import org.clientele.admin.form.FieldView.Control;
import org.clientele.admin.form.Typed;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Exchange;
import org.clientele.field.Field;

/** The fields of a group. */
final class GroupFields implements FieldText {
    static final String NAME = "name";
    static final String COMMENT = "comment";
    static final String VALIDITY = "validity";

    private static final List<Field> FIELDS =
            Stream.of(NAME, COMMENT, VALIDITY).map(Field::named).toList();

    private final Words words;

    GroupFields(Words words) {
        this.words = words;
    }

    /** What a new group starts with. */
    static Typed empty() {
        return Typed.stored(values("", "", Validity.VALID));
    }

    static Typed stored(Group group) {
        return Typed.stored(values(group.name(), group.comment(), group.validity()));
    }

    /** What was sent to add a group. */
    static Typed sent(Exchange exchange) {
        return checked(exchange, Typed.of(exchange, FIELDS));
    }

    /** What was sent to change a group; without the group as it is stored, all that was typed. */
    static Typed sent(Exchange exchange, Optional<Group> group) {
        Typed typed = group.map(one -> Typed.of(exchange, FIELDS).filledFrom(stored(one)))
                .orElseGet(() -> Typed.all(exchange, FIELDS));
        return checked(exchange, typed);
    }

    private static Typed checked(Exchange exchange, Typed typed) {
        return Validity.of(typed.value(VALIDITY)).isPresent()
                ? typed
                : typed.withErrors(Map.of(
                        VALIDITY, exchange.words().get("fault.not-allowed", label(VALIDITY, exchange.words()))));
    }

    private static Map<String, String> values(String name, String comment, Validity validity) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(NAME, name);
        values.put(COMMENT, comment);
        values.put(VALIDITY, validity.key());
        return values;
    }

    static String label(String variable, Words words) {
        return words.get("groups.label." + variable);
    }

    List<FieldView> views(Typed typed) {
        return List.of(
                view(typed, NAME, Control.TEXT, limit(Groups.LONGEST_NAME), List.of()),
                view(typed, COMMENT, Control.AREA, limit(Groups.LONGEST_COMMENT), List.of()),
                view(typed, VALIDITY, Control.SELECT, "", choices(typed.value(VALIDITY))));
    }

    private FieldView view(Typed typed, String variable, Control control, String limit, List<Choice> choices) {
        return new FieldView(
                variable,
                label(variable, words),
                !variable.equals(COMMENT),
                control,
                List.of(typed.value(variable)),
                words.get("groups.hint." + variable),
                limit,
                choices,
                typed.errors().getOrDefault(variable, ""),
                typed.base().getOrDefault(variable, ""),
                typed.was().getOrDefault(variable, ""));
    }

    private String limit(int most) {
        return words.get("form.limit", most);
    }

    private List<Choice> choices(String chosen) {
        return Arrays.stream(Validity.values())
                .map(validity -> new Choice(
                        validity.key(),
                        value(VALIDITY, validity.key()),
                        validity.key().equals(chosen)))
                .toList();
    }

    @Override
    public String label(String variable) {
        return label(variable, words);
    }

    @Override
    public String value(String variable, String value) {
        return variable.equals(VALIDITY) ? words.get("validity." + value) : value;
    }
}
