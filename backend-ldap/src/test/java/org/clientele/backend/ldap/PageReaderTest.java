package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of a directory for one page. */
class PageReaderTest extends LdapSourceTest<InMemoryDirectory> {
    private static final int PEOPLE = 90;
    /** Who comes first by login is delivered last. */
    private static final int LAST = 99;

    @Override
    InMemoryDirectory start() throws Exception {
        return new InMemoryDirectory();
    }

    @BeforeEach
    void fill() throws Exception {
        List<Entry> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(Person.of(LAST - i, login(i))
                    .with("sn", i % 2 == 0 ? "Even" : "Odd")
                    .entry());
        }
        directory().load(people);
    }

    @AfterEach
    void stopWatching() {
        directory().watch(request -> {});
    }

    private static String login(int number) {
        return "user%02d".formatted(number);
    }

    /** How many entries with an attribute an answer took. */
    private long read(String attribute, LdapSource source, SourceQuery query) throws Exception {
        int before = directory().delivered().size();
        assertThat(source.search(query, soon()).records()).isNotEmpty();
        return directory().delivered().stream()
                .skip(before)
                .filter(entry -> entry.hasAttribute(attribute))
                .count();
    }

    /** Removes entries when a page is read whole, after its keys. */
    private void removeMeanwhile(int... numbers) {
        directory().watch(request -> {
            if (isForWholeEntries(request)) {
                Arrays.stream(numbers).forEach(this::remove);
            }
        });
    }

    private static boolean isForWholeEntries(SearchRequest request) {
        return request.getFilter().toString().contains("(uid=" + login(0) + ")");
    }

    private void remove(int number) {
        try {
            directory().remove("employeeNumber=" + (LAST - number) + "," + TestDirectory.BASE);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fewEntriesAreReadOnce() throws Exception {
        LdapSource source = source(Map.of("searchListLimit", "100"));
        assertThat(read("sn", source, all(10))).isEqualTo(PEOPLE);
        assertThat(read("uid", source, all(10))).isEqualTo(PEOPLE);
    }

    @Test
    void ofManyOnlyThoseOfThePageAreReadWhole() throws Exception {
        LdapSource source = source(Map.of("searchListLimit", "5"));
        assertThat(read("sn", source, all(10))).isEqualTo(40 + 10);
        assertThat(read("uid", source, all(10))).isEqualTo(40 + PEOPLE + 10);
    }

    @Test
    void entriesThatWereReadWholeAtTheBeginningAreNotReadAgain() throws Exception {
        LdapSource source = source(Map.of("searchListLimit", "5"));
        Position after = new Position(login(PEOPLE - 21), login(PEOPLE - 21));
        SourceQuery lastTwenty = new SourceQuery(Criterion.ALL, Optional.of(after), 20, false);
        assertThat(read("sn", source, lastTwenty)).isEqualTo(40);
    }

    @Test
    void whatASearchLooksAtIsReadOfAll() throws Exception {
        LdapSource source = source(Map.of("searchListLimit", "5", "searchFields", "sn"));
        assertThat(read("sn", source, words("even"))).isGreaterThanOrEqualTo(PEOPLE / 2);
        assertThat(ids(source.search(words("even"), soon())))
                .containsExactlyElementsOf(IntStream.range(0, PEOPLE)
                        .filter(i -> i % 2 == 0)
                        .mapToObj(PageReaderTest::login)
                        .toList());
    }

    @Test
    void anEntryThatGoesMeanwhileIsLeftOut() throws Exception {
        LdapSource source = source(Map.of("searchListLimit", "5"));
        removeMeanwhile(1);
        SourcePage page = source.search(all(3), soon());
        assertThat(ids(page)).containsExactly("user00", "user02");
        assertThat(page.more()).isTrue();
    }

    @Test
    void aPageOfWhichEverythingGoesMeanwhileIsAFailureAndNoEmptyPage() {
        LdapSource source = source(Map.of("searchListLimit", "5"));
        removeMeanwhile(0, 1);
        assertThat(reasonOf(() -> source.search(all(2), soon()))).isEqualTo(Reason.REQUEST);
    }
}
