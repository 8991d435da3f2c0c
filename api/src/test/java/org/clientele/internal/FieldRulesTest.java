package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.InvalidInputException;
import org.clientele.spi.Settings;
import org.clientele.spi.SourceDefaults;
import org.clientele.spi.SourceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRulesTest {
    private static final SourceDefaults DEFAULTS = new SourceDefaults(
            "Test",
            Map.of(
                    1, "UserLogin | Username | login | 1 | 1 | var | | 0 | |",
                    2, "UserLastname | Lastname | last_name | 1 | 1 | var | | 0 | |",
                    3, "UserComment | Comment | comments | 1 | 0 | var | | 0 | |",
                    4, "ValidID | Valid | valid_id | 0 | 1 | int | | 0 | |"),
            List.of("UserLogin"),
            "login",
            List.of(),
            List.of(),
            "*",
            List.of(),
            List.of(),
            0,
            false,
            false,
            false);

    private static void check(Map<String, String> values) throws InvalidInputException {
        Settings settings = new Settings(Map.of("slot", "CustomerUser"));
        new FieldRules(SourceSettings.read(settings, DEFAULTS), true).check(values);
    }

    private static Map<String, String> faults(Map<String, String> values) {
        return catchThrowableOfType(InvalidInputException.class, () -> check(values))
                .messages();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00a0\u200b", "\t\n", "\u3000"})
    void aRequiredFieldNeedsSomethingThatCanBeSeen(String nothing) {
        assertThat(faults(Map.of("UserLastname", nothing))).containsOnlyKeys("UserLastname");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\tb",
                "a\ufeffb",
                "a\u200bb",
                "a\u202eb",
                "a\u2028b",
                "a\0b",
                "a\u3164",
                "a\ufe0f",
                "\ufffe"
            })
    void aLoginHasNoInvisibleCharacters(String login) {
        assertThat(faults(Map.of("UserLogin", login))).containsOnlyKeys("UserLogin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "%_\\", "😀", "0"})
    void uglyNamesAreNames(String text) {
        assertThatCode(() -> check(Map.of("UserLogin", text, "UserLastname", text)))
                .doesNotThrowAnyException();
    }

    @Test
    void aCommentHasLinesAndTabsButNoOtherControlCharacters() {
        assertThatCode(() -> check(Map.of("UserComment", "one\r\ntwo\tthree"))).doesNotThrowAnyException();
        assertThat(faults(Map.of("UserComment", "\u001b[2J"))).containsOnlyKeys("UserComment");
        assertThat(faults(Map.of("UserComment", "half \ud83d an emoji"))).containsOnlyKeys("UserComment");
        assertThat(faults(Map.of("UserComment", "no \ufdd0 character"))).containsOnlyKeys("UserComment");
        assertThat(faults(Map.of("UserComment", "no \udbff\udfff character"))).containsOnlyKeys("UserComment");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        assertThat(faults(Map.of("UserLastname", "", "ValidID", "7", "UserPassword", "x", "UserShoe", "44")))
                .containsOnlyKeys("UserLastname", "ValidID", "UserPassword", "UserShoe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0130y", "\u03a3\u0391\u03a3", "a\u03a3 b"})
    void aLoginHasNoLetterOfWhichDatabasesDiffer(String login) throws InvalidInputException {
        assertThat(faults(Map.of("UserLogin", login))).containsOnlyKeys("UserLogin");
        check(Map.of("UserComment", login));
        check(Map.of("UserLogin", login.toLowerCase(Locale.ROOT).replace("\u0307", "")));
    }
}
