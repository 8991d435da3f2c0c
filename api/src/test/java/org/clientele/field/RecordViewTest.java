package org.clientele.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RecordViewTest {
    private static final Map<String, List<String>> RECORD = Map.of(
            "UserPhone", List.of("0"),
            "UserEmail", List.of("a@x", "b@x"),
            "UserTitle", List.of("mr"),
            "UserRoom", List.of(""),
            "UserPassword", List.of("$argon2id$"),
            "ValidID", List.of("1"));

    private static Field field(String variable, Shown shown, String link, Map<String, String> selections) {
        return new Field(
                variable,
                "The " + variable,
                variable,
                shown,
                false,
                FieldType.VAR,
                link,
                false,
                "_blank",
                "crm",
                OptionalInt.empty(),
                selections);
    }

    private static RecordView view(Shown phone) {
        return new RecordView(
                List.of(
                        field("UserTitle", Shown.RECORD, "", Map.of("mr", "Mr.")),
                        field("UserPhone", phone, "", Map.of()),
                        field("UserEmail", Shown.RECORD, "mailto:{UserEmail}?subject={UserTitle}", Map.of()),
                        field("UserRoom", Shown.SHORT, "", Map.of()),
                        field("UserPassword", Shown.SHORT, "", Map.of()),
                        field("ValidID", Shown.FORM, "", Map.of("1", "valid"))),
                Optional.empty());
    }

    private static List<String> variables(RecordView view, Shown shown) {
        return view.rows(RECORD, shown).stream().map(ViewRow::variable).toList();
    }

    @Test
    void eachViewShowsItsFieldsInTheOrderOfTheMapWithoutEmptyOnesAndPasswords() {
        assertThat(variables(view(Shown.SHORT), Shown.FORM))
                .containsExactly("UserTitle", "UserPhone", "UserEmail", "ValidID");
        assertThat(variables(view(Shown.SHORT), Shown.RECORD)).containsExactly("UserTitle", "UserPhone", "UserEmail");
        assertThat(variables(view(Shown.SHORT), Shown.SHORT)).containsExactly("UserPhone");
        assertThat(variables(view(Shown.FORM), Shown.RECORD)).containsExactly("UserTitle", "UserEmail");
    }

    @Test
    void withoutAMarkedFieldTheShortViewIsTheRecordView() {
        RecordView unmarked = new RecordView(
                List.of(
                        field("UserPhone", Shown.RECORD, "", Map.of()),
                        field("UserPassword", Shown.SHORT, "", Map.of()),
                        field("ValidID", Shown.FORM, "", Map.of())),
                Optional.empty());

        assertThat(variables(unmarked, Shown.SHORT)).containsExactly("UserPhone");
    }

    @Test
    void valuesHaveTheLabelsOfTheirSelectionAndEachItsOwnLink() {
        List<ViewRow> rows = view(Shown.RECORD).rows(RECORD, Shown.RECORD);

        assertThat(rows.get(0))
                .isEqualTo(new ViewRow(
                        "UserTitle", "The UserTitle", List.of(new ViewRow.Value("mr", "Mr.", Optional.empty()))));
        assertThat(rows.get(2).values())
                .extracting(ViewRow.Value::link)
                .containsExactly(
                        Optional.of(new Link("mailto:a@x?subject=mr", "_blank", "crm")),
                        Optional.of(new Link("mailto:b@x?subject=mr", "_blank", "crm")));
    }
}
