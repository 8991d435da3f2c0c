package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.clientele.CustomerUserPreferences.LONGEST_KEY;
import static org.clientele.CustomerUserPreferences.LONGEST_VALUE;
import static org.clientele.CustomerUserPreferences.MOST_KEYS;

import java.util.Map;
import java.util.Optional;
import org.clientele.Actor;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.PreferenceMatches;
import org.clientele.ReadOnlyException;
import org.clientele.SourceUnavailableException;
import org.clientele.SuspendedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest extends NodeTest {
    private static final Actor ROOT = Actor.program("root");

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "%", "_", "\\", "", "a\nb"})
    void whatIsSetIsThereWhateverItIs(String value) throws Exception {
        node.add("john");

        node.preferences().set("john", "UserLanguage", "before");
        node.preferences().set("john", "UserLanguage", value);

        assertThat(node.preferences().get("john")).containsExactly(Map.entry("UserLanguage", value));
    }

    @Test
    void oneSpellingOfALoginIsAsGoodAsAnother() throws Exception {
        node.add("john");
        node.preferences().set("JOHN", "UserLanguage", "de");
        node.preferences().set("John", "UserLanguage", "fr");

        assertThat(node.preferences().get("john")).containsExactly(Map.entry("UserLanguage", "fr"));
        assertThat(node.preferences().remove("jOHN", "UserLanguage")).isTrue();
        assertThat(node.preferences().remove("john", "UserLanguage")).isFalse();
        assertThat(node.preferences().get("john")).isEmpty();
    }

    /** It may have been set by another program, or before the map had the field. */
    @Test
    void aPreferenceNamedLikeAFieldIsNotTheFieldAndCanBeRemoved() throws Exception {
        node.add("john");
        node.preferences().set("john", "key", "other");
        node.execute("update customer_user_preference set pref_key = 'UserCustomerIDs'");

        assertThat(node.users().ask("john").entry().orElseThrow().fields()).doesNotContainKey("UserCustomerIDs");
        assertThat(node.preferences().remove("john", "UserCustomerIDs")).isTrue();
    }

    @Test
    void whoDoesNotExistHasNone() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> node.preferences().get("nobody"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> node.preferences().set("nobody", "UserLanguage", "de"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> node.preferences().remove(" ", "UserLanguage"));
    }

    @Test
    void keysValuesAndTheirNumberAreBounded() throws Exception {
        node.add("john");
        for (String key : new String[] {"", " ", "a\0", "a\nb", "x".repeat(LONGEST_KEY + 1)}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> node.preferences().set("john", key, ""))
                    .satisfies(e -> assertThat(e.messages()).containsOnlyKeys("key"));
        }
        for (String value : new String[] {"a\0", "x".repeat(LONGEST_VALUE + 1)}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> node.preferences().set("john", "UserLanguage", value))
                    .satisfies(e -> assertThat(e.messages()).containsOnlyKeys("value"));
        }
        node.preferences().set("john", "x".repeat(LONGEST_KEY), "x".repeat(LONGEST_VALUE));
        for (int i = 1; i < MOST_KEYS; i++) {
            node.preferences().set("john", "key" + i, "");
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> node.preferences().set("john", "one more", ""))
                .withMessageContaining("remove one");
        assertThat(node.preferences().get("john")).hasSize(MOST_KEYS);
    }

    @Test
    void aLoginThatIsTooLongToBeKeptHasNoneAndDisturbsNobody() throws Exception {
        node.add("john");
        String longest = "x".repeat(500);
        node.execute("alter table customer_user alter column login varchar(600)");
        reopen(Map.of(), Map.of());
        node.execute("update customer_user set login = '" + longest + "'");

        for (int i = 0; i < 5; i++) {
            assertThat(node.preferences().get(longest)).isEmpty();
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> node.preferences().set(longest, "UserLanguage", "de"))
                    .withMessageContaining("400");
        }
        node.update(longest, Map.of("UserFirstname", "Änne"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> node.update("\0", Map.of("UserFirstname", "x")));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> node.add("y".repeat(401)))
                .satisfies(e -> assertThat(e.messages().get("UserLogin")).contains("at most 400"));

        node.rename(longest, "jane");
        node.preferences().set("jane", "UserLanguage", "de");
        assertThat(node.preferences().get("jane")).containsKey("UserLanguage");
    }

    @Test
    void customerUsersAreFoundByAPreference() throws Exception {
        node.add("john");
        node.add(SECOND, "Mary", "mary@example.com");
        node.add("gone");
        node.preferences().set("john", "UserLanguage", "de");
        node.preferences().set("mary", "UserLanguage", "DE_at");
        node.preferences().set("gone", "UserLanguage", "de");
        node.execute("delete from customer_user where login = 'gone'");

        assertThat(node.preferences().search("UserLanguage", Optional.empty()).values())
                .containsExactly(Map.entry("john", "de"), Map.entry("Mary", "DE_at"));
        assertThat(node.preferences().search("UserLanguage", Optional.of("de*")).values())
                .containsOnlyKeys("john", "Mary");
        assertThat(node.preferences().search("UserLanguage", Optional.of("DE")).values())
                .containsOnlyKeys("john");
        assertThat(node.preferences().search("UserLanguage", Optional.of("d_")).values())
                .isEmpty();
    }

    @Test
    void aSearchSaysWhichSourceIsMissing() throws Exception {
        node.add("john");
        node.preferences().set("john", "UserLanguage", "de");
        seam.before("CustomerUser.search", () -> {
            throw away();
        });

        PreferenceMatches matches = node.preferences().search("UserLanguage", Optional.empty());

        assertThat(matches.values()).isEmpty();
        assertThat(matches.sources())
                .hasSize(1)
                .allMatch(report -> !report.outcome().answered());
    }

    @Test
    void aShadowedRecordHasNothingOfTheOwners() throws Exception {
        node.add("john");
        node.preferences().set("john", "UserLanguage", "de");
        copyToSecond("john");
        assertThat(node.preferences().get("john")).containsKey("UserLanguage");

        node.execute("delete from customer_user where login = 'john'");

        assertThat(node.find("john")).as("the other one").isPresent();
        assertThat(node.preferences().get("john")).isEmpty();
        node.preferences().set("john", "UserLanguage", "fr");
        assertThat(node.preferences().get("john")).containsValue("fr");
    }

    @Test
    void whoseOwnershipIsNotConfirmedHasNone() throws Exception {
        copyToSecondOf("john");
        seam.before("CustomerUser.find", () -> {
            throw away();
        });

        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> node.preferences().get("john"));
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> node.preferences().set("john", "UserLanguage", "de"));
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> node.tokens().issue("john", "reset"));
        assertThat(node.query("select pref_key from customer_user_preference")).isEmpty();
    }

    @Test
    void administratorsSetWhatIsOfferedAndNothingElse() throws Exception {
        node.add("john");
        node.preferences().administer("JOHN", Map.of("UserLanguage", "de", "UserTimeZone", "Europe/Berlin"), ROOT);
        assertThat(node.preferences().get("john"))
                .containsExactly(Map.entry("UserLanguage", "de"), Map.entry("UserTimeZone", "Europe/Berlin"));

        Map<String, String> wrong = Map.of("UserLanguage", "xx", "UserTimeZone", "Mars/\0", "UserToken", "a");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> node.preferences().administer("john", wrong, ROOT))
                .satisfies(e -> assertThat(e.messages()).containsOnlyKeys(wrong.keySet()));
        assertThat(node.preferences().get("john")).hasSize(2).containsEntry("UserLanguage", "de");

        node.preferences().administer("john", Map.of("UserLanguage", ""), ROOT);
        assertThat(node.preferences().get("john")).containsOnlyKeys("UserTimeZone");
    }

    @Test
    void aSourceKeepsItsPreferencesFromAdministrators() throws Exception {
        reopen(Map.of("adminSetPreferences", "0"), Map.of());
        node.add("john");
        assertThatExceptionOfType(ReadOnlyException.class)
                .isThrownBy(() -> node.preferences().administer("john", Map.of("UserLanguage", "de"), ROOT));
        node.preferences().set("john", "UserLanguage", "de");
        assertThat(node.preferences().get("john")).containsEntry("UserLanguage", "de");
    }

    @Test
    void whoHasTheLoginOfAnotherPersonByNativeIdIsSuspended() throws Exception {
        reopen(Map.of("nativeId", "id"), Map.of());
        node.add("john");
        node.preferences().set("john", "UserLanguage", "de");
        node.execute("update customer_user set id = id + 1");

        assertThatExceptionOfType(SuspendedException.class)
                .isThrownBy(() -> node.preferences().get("john"));
        assertThatExceptionOfType(SuspendedException.class)
                .isThrownBy(() -> node.preferences().set("john", "UserLanguage", "fr"));
        assertThatExceptionOfType(SuspendedException.class)
                .isThrownBy(() -> node.tokens().issue("john", "reset"));
        assertThat(node.preferences().search("UserLanguage", Optional.empty()).values())
                .isEmpty();
        node.execute("update customer_user set id = id - 1");
        assertThat(node.preferences().get("john")).containsValue("de");
    }

    private void copyToSecond(String login) throws Exception {
        node.execute("insert into other_user select * from customer_user where login = '" + login + "'");
    }

    private void copyToSecondOf(String login) throws Exception {
        node.add(login);
        copyToSecond(login);
        node.execute("delete from customer_user", "delete from customer_user_ref");
    }
}
