package org.clientele.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clientele.Finding;
import org.clientele.spi.RuleSettings.Uniqueness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static Settings of(String key, Object value) {
        return new Settings(Map.of(key, value));
    }

    private static void hasFinding(Settings settings, String key, String... words) {
        assertThat(settings.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo(key);
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(finding.message()).contains(words);
        });
    }

    @Test
    void textsAreTrimmedUnlessWantedAsTheyStand() {
        assertThat(of("a", "  x y ").text("a", "")).isEqualTo("x y");
        assertThat(of("a", "  ").verbatim("a", "-")).isEqualTo("  ");
        assertThat(of("a", "").text("a", "absent")).isEmpty();
        assertThat(of("a", "").verbatim("a", "absent")).isEmpty();
        assertThat(of("b", "").text("a", "absent")).isEqualTo("absent");
    }

    @Test
    void aMissingRequiredTextSaysWhatToWrite() {
        Settings settings = new Settings(Map.of());
        assertThat(settings.required("host", "ldap.example.com")).isEmpty();
        hasFinding(settings, "host", "host = ldap.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "TRUE", " 1 "})
    void trueFlags(String value) {
        assertThat(of("a", value).flag("a", false)).isTrue();
        assertThat(of("a", true).flag("a", false)).isTrue();
        assertThat(of("a", 1).flag("a", false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "false", "False"})
    void falseFlags(String value) {
        assertThat(of("a", value).flag("a", true)).isFalse();
        assertThat(of("a", 0L).flag("a", true)).isFalse();
    }

    @Test
    void anEmptyFlagIsAbsent() {
        assertThat(of("a", "").flag("a", true)).isTrue();
        assertThat(of("a", " ").optionalFlag("a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "2", "-", "on"})
    void aBadFlagSaysWhatToWrite(String value) {
        Settings settings = of("a", value);
        assertThat(settings.flag("a", true)).isTrue();
        hasFinding(settings, "a", "'" + value + "'", "0, 1, true or false");
    }

    @Test
    void numbersWithinTheirBounds() {
        assertThat(of("a", "389").number("a", 1, 1, 65535)).isEqualTo(389);
        assertThat(of("a", 389).number("a", 1, 1, 65535)).isEqualTo(389);
        assertThat(of("a", "").number("a", 7, 1, 9)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "x", "1.5", "99999999999"})
    void aBadNumberSaysWhatToWrite(String value) {
        Settings settings = of("a", value);
        assertThat(settings.number("a", 389, 1, 65535)).isEqualTo(389);
        hasFinding(settings, "a", "'" + value + "'", "from 1 to 65535");
    }

    @Test
    void secondsMayHaveDecimals() {
        Duration day = Duration.ofDays(1);
        assertThat(of("a", "2.5").seconds("a", Duration.ZERO, day)).isEqualTo(Duration.ofMillis(2500));
        assertThat(of("a", 0.25).seconds("a", day, day)).isEqualTo(Duration.ofMillis(250));
        assertThat(of("a", "0").seconds("a", day, day)).isZero();
        assertThat(of("a", "").seconds("a", day, day)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "5d", "NaN", "Infinity", "86401", "0x1p3", "1e2", "PT5S", "5 s"})
    void badSecondsSayWhatToWrite(String value) {
        Settings settings = of("a", value);
        assertThat(settings.seconds("a", Duration.ofSeconds(5), Duration.ofDays(1)))
                .isEqualTo(Duration.ofSeconds(5));
        hasFinding(settings, "a", "'" + value + "'", "seconds from 0 to 86400");
    }

    @Test
    void aChoiceIsWrittenWithADash() {
        assertThat(of("a", "best-effort").choice("a", Uniqueness.REQUIRED)).isEqualTo(Uniqueness.BEST_EFFORT);
        assertThat(of("a", "").choice("a", Uniqueness.REQUIRED)).isEqualTo(Uniqueness.REQUIRED);
    }

    @Test
    void aBadChoiceNamesTheGoodOnes() {
        Settings settings = of("a", "perhaps");
        assertThat(settings.choice("a", Uniqueness.REQUIRED)).isEqualTo(Uniqueness.REQUIRED);
        hasFinding(settings, "a", "'perhaps'", "required, best-effort");
    }

    @Test
    void listsComeAsTextOrArrayOrCollection() {
        List<String> expected = List.of("first_name", "last_name");
        assertThat(of("a", " first_name, ,last_name,").list("a", List.of())).isEqualTo(expected);
        assertThat(of("a", new String[] {"first_name", " last_name "}).list("a", List.of()))
                .isEqualTo(expected);
        assertThat(of("a", List.of("first_name", "last_name")).list("a", List.of()))
                .isEqualTo(expected);
        assertThat(of("a", new long[] {1, 2}).list("a", List.of())).containsExactly("1", "2");
    }

    @Test
    void anEmptyListIsEmptyAndAMissingOneIsAbsent() {
        assertThat(of("a", "").list("a", List.of("x"))).isEmpty();
        assertThat(of("b", "").list("a", List.of("x"))).containsExactly("x");
    }

    @Test
    void anArrayOfOneIsAText() {
        assertThat(of("a", new String[] {"x"}).text("a", "")).isEqualTo("x");
    }

    @Test
    void anArrayOfSeveralWhereOneTextIsWantedSaysWhatToWrite() {
        Settings settings = of("name", new String[] {"x", "y"});
        assertThat(settings.text("name", "absent")).isEqualTo("absent");
        hasFinding(settings, "name", "list of 2 values", "write one value");
    }

    @Test
    void keysThatNobodyAskedForAreFindings() {
        Settings settings = new Settings(Map.of("colour", "red", "name", "x"));
        settings.text("name", "");
        hasFinding(settings, "colour", "remove it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"searchfields", "CustomerUserSearchFields", "SearchFields"})
    void anUnknownKeyIsComparedWithTheKnownOnes(String key) {
        Settings settings = of(key, "x");
        settings.list("searchFields", List.of());
        settings.text("fields", "");
        hasFinding(settings, key, "did you mean searchFields?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service.pid",
                "service.factoryPid",
                "component.name",
                "felix.fileinstall.filename",
                "org.apache.karaf.features.configKey",
                "dataSource.target",
                "osgi.ds.satisfying.condition.target"
            })
    void theFrameworksKeysAreNotOurs(String key) {
        assertThat(of(key, "x").findings()).isEmpty();
    }

    @Test
    void prefixedKeysAreKnown() {
        Settings settings =
                new Settings(Map.of("selections.A", "1:one, 2:two", "selections.B", new String[] {"x", "y"}));
        assertThat(settings.listsWithPrefix("selections."))
                .containsExactly(Map.entry("A", List.of("1:one", "2:two")), Map.entry("B", List.of("x", "y")));
        assertThat(settings.findings()).isEmpty();
    }

    @Test
    void prefixedTextsKeepTheirCommas() {
        assertThat(of("map.1", "a, b").withPrefix("map.")).containsExactly(Map.entry("1", "a, b"));
    }

    @Test
    void aSecretIsTakenAsItStandsAndAPlaceholderIsAFinding() {
        assertThat(of("a", " pw ").secret("a")).isEqualTo(" pw ");
        assertThat(of("a", " pw ").secret("b")).isEmpty();
        Settings unresolved = of("a", "$[secret:nowhere]");
        unresolved.secret("a");
        assertThat(unresolved.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("a");
            assertThat(finding.message()).contains("could not be resolved").doesNotContain("nowhere");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Attribute, dsn",
        "Limit, type",
        "DirectBlob, remove it",
        "QuoteSingle, values are bound",
        "QuoteBack, values are bound",
        "Connect, dsn",
        "Encode, character set",
        "LcaseLikeInLargeText, searchCaseSensitive",
        "Debug, log:set",
        "Database::SlowLog, answerTimeLimit",
        "Database, answerTimeLimit",
        "DeactivateForeignKeyChecks, always checked",
        "Key, write customerKey",
        "Module, org.clientele.backend.db-SLOT.cfg",
        "Params, table = customer_user"
    })
    void aKeyOfAnOtrsSaysWhatToWriteInstead(String key, String advice) {
        Settings settings = of(key, "x");
        settings.number("searchListLimit", 1, 1, 2);
        settings.text("customerKey", "");
        hasFinding(settings, key, "is not a key of this back end", advice);
    }

    @Test
    void aKeyThatABackEndHasIsItsOwn() {
        Settings settings = of("module", "x");
        assertThat(settings.text("module", "")).isEqualTo("x");
        assertThat(settings.findings()).isEmpty();
    }

    @Test
    void anObfuscatedPasswordIsTakenAsItStandsWithAWarning() {
        Settings settings = of("password", "{0a1b2c}");
        assertThat(settings.secret("password")).isEqualTo("{0a1b2c}");
        assertThat(settings.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.message())
                    .contains("write the password itself", "$[secret:name]")
                    .doesNotContain("0a1b2c");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "a{b}", "{a}b", "pw"})
    void otherPasswordsAreNoFindings(String password) {
        Settings settings = of("password", password);
        assertThat(settings.secret("password")).isEqualTo(password);
        assertThat(settings.findings()).isEmpty();
    }
}
