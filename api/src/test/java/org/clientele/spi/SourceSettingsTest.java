package org.clientele.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Finding;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.field.Shown;
import org.clientele.spi.RuleSettings.Uniqueness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceSettingsTest {
    private static final SourceDefaults DEFAULTS = new SourceDefaults(
            "Database",
            Map.of(
                    1, "UserLogin | Username | login | 1 | 1 | var | | 0 | |",
                    2, "UserEmail | Email | email | 1 | 1 | var | | 0 | |",
                    3, "UserCustomerID | CustomerID | customer_id | 0 | 1 | var | | 0 | |",
                    10, "ValidID | Valid | valid_id | 0 | 1 | int | | 0 | |"),
            List.of(Fields.LOGIN, Fields.EMAIL, Fields.CUSTOMER),
            "login",
            List.of("first_name", "email"),
            List.of("login", "email"),
            "*",
            List.of("email"),
            List.of("first_name", "last_name"),
            0,
            true,
            true,
            false);

    private static Settings settings(Map<String, ?> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent("service.pid", "org.clientele.backend.db~CustomerUser1");
        return new Settings(all);
    }

    private static SourceDescription read(Map<String, ?> properties) {
        Settings settings = settings(properties);
        SourceDescription description = SourceSettings.read(settings, DEFAULTS);
        assertThat(settings.findings()).isEmpty();
        return description;
    }

    private static List<Finding> findings(Map<String, ?> properties) {
        Settings settings = settings(properties);
        SourceSettings.read(settings, DEFAULTS);
        return settings.findings();
    }

    @Test
    void anEmptyConfigurationIsTheDefaults() {
        SourceDescription description = read(Map.of());
        assertThat(description.slot()).isEqualTo("CustomerUser1");
        assertThat(description.sourceId()).isEqualTo("CustomerUser1");
        assertThat(description.name()).isEqualTo("Database (CustomerUser1)");
        assertThat(description.fields())
                .extracting(Field::variable)
                .containsExactly("UserLogin", "UserEmail", "UserCustomerID", "ValidID");
        assertThat(description.search().prefix()).isEqualTo("*");
        assertThat(description.search().suffix()).isEqualTo("*");
        assertThat(description.search().nameJoin()).isEqualTo(" ");
        assertThat(description.search().caseSensitive()).isFalse();
        assertThat(description.rules())
                .isEqualTo(new RuleSettings(false, true, true, Optional.empty(), false, true, Uniqueness.REQUIRED));
        assertThat(description.calls()).isEqualTo(new CallSettings(Duration.ofSeconds(5), Duration.ZERO, false));
    }

    @Test
    void theSlotCanBeWrittenAndIsTheIdentityUnlessThatIsWrittenToo() {
        assertThat(read(Map.of("slot", "CustomerUser7")).sourceId()).isEqualTo("CustomerUser7");
        assertThat(read(Map.of("slot", "CustomerUser7", "sourceId", "crm")).sourceId())
                .isEqualTo("crm");
        assertThat(read(Map.of("slot", "", "sourceId", " ")).sourceId()).isEqualTo("CustomerUser1");
    }

    @Test
    void aConfigurationWithoutInstanceNameHasNoSlot() {
        assertThat(SourceSettings.slot(new Settings(Map.of("service.pid", "org.clientele.backend.db"))))
                .isEmpty();
        assertThat(SourceSettings.slot(new Settings(Map.of()))).isEmpty();
    }

    @Test
    void prefixSuffixAndJoinMayBeEmpty() {
        SearchSettings search = read(Map.of("searchPrefix", "", "searchSuffix", "", "nameFieldsJoin", ""))
                .search();
        assertThat(List.of(search.prefix(), search.suffix(), search.nameJoin())).containsOnly("");
    }

    @Test
    void stringsAndTypedValuesAreTheSame() {
        Map<String, String> text = Map.of(
                "searchFields",
                "login, email",
                "answerTimeLimit",
                "2.5",
                "die",
                "1",
                "searchListLimit",
                "50",
                "readOnly",
                "true");
        Map<String, Object> typed = Map.of(
                "searchFields",
                new String[] {"login", "email"},
                "answerTimeLimit",
                2.5,
                "die",
                true,
                "searchListLimit",
                50L,
                "readOnly",
                Boolean.TRUE);
        assertThat(read(typed)).isEqualTo(read(text));
    }

    @Test
    void aReadOnlySourceDoesNotHoldUpOthers() {
        assertThat(read(Map.of("readOnly", "1")).rules().uniqueness()).isEqualTo(Uniqueness.BEST_EFFORT);
        assertThat(read(Map.of("readOnly", "1", "uniqueness", "required"))
                        .rules()
                        .uniqueness())
                .isEqualTo(Uniqueness.REQUIRED);
    }

    @Test
    void generatedLogins() {
        assertThat(read(Map.of("autoLoginCreation", "1")).rules().generatedLoginPrefix())
                .contains("auto");
        assertThat(read(Map.of("autoLoginCreation", "1", "autoLoginCreationPrefix", "cu"))
                        .rules()
                        .generatedLoginPrefix())
                .contains("cu");
        assertThat(read(Map.of("autoLoginCreationPrefix", "cu")).rules().generatedLoginPrefix())
                .isEmpty();
    }

    @Test
    void rowsAreAddedOverriddenAndDroppedByNumber() {
        SourceDescription description = read(Map.of(
                "map.17", "UserRoom | Room | room | 0 | 1 | var | | 0 | |",
                "map.2", "UserEmail | Mail | mail | 2 | 1 | var | | 0 | |",
                "map.10", " ",
                "listFields", "name,mail"));
        assertThat(description.fields())
                .extracting(Field::variable, Field::storage)
                .containsExactly(
                        tuple("UserLogin", "login"),
                        tuple("UserEmail", "mail"),
                        tuple("UserCustomerID", "customer_id"),
                        tuple("UserRoom", "room"));
        assertThat(description.field("UserEmail")).map(Field::shown).contains(Shown.SHORT);
    }

    @Test
    void barsAndBackslashesAreEscapedAndComeBackAsWritten() {
        String row = "UserRoom | Room \\| Floor \\\\ | room | 1 | 0 | var | http://x/?a=$b | 1 | _blank | wide";
        Field field = read(Map.of("map.17", row)).field("UserRoom").orElseThrow();
        assertThat(field.label()).isEqualTo("Room | Floor \\");
        assertThat(field.row()).isEqualTo(row);
        assertThat(read(Map.of("map.17", field.row())).field("UserRoom")).contains(field);
    }

    @Test
    void aRowMayBeAnArrayAsJsonBringsIt() {
        String[] columns = {"UserRoom", "Room | Floor", "room", "0", "1", "var", "", "0", "", ""};
        assertThat(read(Map.of("map.17", columns)))
                .isEqualTo(read(Map.of("map.17", "UserRoom | Room \\| Floor | room | 0 | 1 | var | | 0 | |")));
    }

    @Test
    void aValidityHasItsSelection() {
        assertThat(read(Map.of()).field(Fields.VALIDITY).orElseThrow().selections())
                .containsExactly(
                        Map.entry("1", "valid"), Map.entry("2", "invalid"), Map.entry("3", "invalid-temporarily"));
    }

    @Test
    void selectionsListValuesWithOrWithoutLabel() {
        assertThat(read(Map.of("selections.UserEmail", "a : First, b"))
                        .field("UserEmail")
                        .orElseThrow()
                        .selections())
                .containsExactly(Map.entry("a", "First"), Map.entry("b", "b"));
    }

    @Test
    void aListLabelWithoutAddressAtItsEndIsAWarning() {
        assertThat(findings(Map.of("listFields", "email, login")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.message()).contains("needs it last");
                });
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '§',
            value = {
                "map.17 § UserRoom | Room § map.17 § has 2 columns instead of 10: variable | label",
                "map.17 § 1x | Room | room | 0 | 1 | var | | 0 | | § map.17 § for example UserRoom",
                "map.17 § UserRoom | Room | | 0 | 1 | var | | 0 | | § map.17 § name the column or attribute",
                "map.17 § UserRoom | Room | room | 3 | 1 | var | | 0 | | § map.17 § write 0, 1 or 2",
                "map.17 § UserRoom | Room | room | 0 | yes | var | | 0 | | § map.17 § write 0 or 1",
                "map.17 § UserRoom | Room | room | 0 | 1 | text | | 0 | | § map.17 § write var or int",
                "map.17 § UserRoom | Room | room | 0 | 1 | dynamic_field | | 0 | | § map.17 § write var and in column 3 a column",
                "map.17 § UserRoom | Room | room | 0 | 1 | var | | x | | § map.17 § write 0 or 1",
                "map.17 § UserRoom | R | room | 1 | 0 | var | javascript:alert(1) | 0 | | § map.17 § has the scheme javascript",
                "map.17 § UserRoom | R | room | 1 | 0 | var | {UserRoom}/x | 0 | | § map.17 § begins with a value",
                "map.17 § UserRoom | R | room | 1 | 0 | var | [% Data.UserRoom %] | 0 | | § map.17 § is written for OTRS",
                "map.17 § UserRoom | R | room | 1 | 0 | var | r/{UserNobody} | 0 | | § map.17 § write one of UserLogin",
                "map.17 § UserRoom | R | room | 1 | 0 | var | r/{UserRoom} | 0 | _new tab | § map.17 § write _blank",
                "map.17 § UserRoom | R | room | 1 | 0 | var | r/{UserRoom} | 0 | | 1x § map.17 § names of CSS classes",
                "map.17 § UserRoom | R | room | 1 | 0 | var | | 0 | _blank | § map.17 § '_blank' is ignored without a link",
                "map.17 § UserRoom | R | room | 1 | 0 | var | | 0 | | wide § map.17 § 'wide' is ignored without a link",
                "selections.UserEmail § a:First, b, a § selections.UserEmail § has the value 'a' twice",
                "selections.ValidID § 1, two § selections.ValidID § write numbers",
                "map.x § UserRoom | Room | room | 0 | 1 | var | | 0 | | § map.x § for example map.17",
                "map.017 § UserRoom | Room | room | 0 | 1 | var | | 0 | | § map.017 § for example map.17",
                "map.17 § UserLogin | Room | room | 0 | 1 | var | | 0 | | § map § 2 rows for UserLogin; keep one",
                "map.1 § ' ' § map § no row for UserLogin, which every source needs; add one",
                "selections.UserRoom § a § selections.UserRoom § a variable that the map does not have",
                "searchListLimit § 0 § searchListLimit § from 1 to 100000",
                "answerTimeLimit § soon § answerTimeLimit § seconds from 0 to",
                "answerTimeLimit § 0 § answerTimeLimit § at least 0.1 seconds",
                "answerTimeLimit § 0.0001 § answerTimeLimit § at least 0.1 seconds",
                "uniqueness § never § uniqueness § required, best-effort",
                "die § maybe § die § 0, 1, true or false",
                "timelimit § 3 § timelimit § did you mean answerTimeLimit?",
            })
    void everyFindingSaysWhatToWrite(String key, String value, String at, String message) {
        assertThat(findings(Map.of(key, value))).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo(at);
            assertThat(finding.message()).contains(message);
        });
    }

    @Test
    void allFindingsAreNamedAtOnce() {
        assertThat(findings(Map.of("die", "x", "map.17", "a|b", "colour", "red", "searchListLimit", "many")))
                .extracting(Finding::key)
                .containsExactlyInAnyOrder("die", "map.17", "colour", "searchListLimit");
    }
}
