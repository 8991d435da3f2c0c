package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.Entry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.Validity;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory of which parts are on other servers. */
class ReferralsTest extends LdapSourceTest<InMemoryDirectory> {
    private static final String PART = "ou=Ünal \\22x\\22,dc=example,dc=org";
    private static final String PART_URL = "ou=%C3%9Cnal%20%5C22x%5C22,dc=example,dc=org";

    private InMemoryDirectory second;

    @BeforeAll
    void startServers() throws Exception {
        second = new InMemoryDirectory();
    }

    @AfterAll
    void stopServers() {
        second.close();
    }

    @Override
    InMemoryDirectory start() throws Exception {
        return new InMemoryDirectory();
    }

    private static Entry reference(String dn, String... urls) {
        Entry entry = new Entry(dn);
        entry.addAttribute("objectClass", "top", "referral", "extensibleObject");
        entry.addAttribute("ref", urls);
        return entry;
    }

    private static Entry unit() throws Exception {
        return new Entry("dn: " + PART, "objectClass: organizationalUnit", "ou: Ünal \"x\"");
    }

    private static Entry below(int number, String uid) throws Exception {
        Entry entry = Person.of(number, uid).entry();
        entry.setDN("employeeNumber=" + number + "," + PART);
        return entry;
    }

    private String url(InMemoryDirectory server, String rest) {
        return "ldap://127.0.0.1:" + server.port() + "/" + rest;
    }

    private String at(InMemoryDirectory server) {
        return "127.0.0.1:" + server.port();
    }

    /** The first server has {@code near} and refers to the second for {@code far}. */
    private void load(String... urls) throws Exception {
        List<Entry> entries = new ArrayList<>(Person.entries(Person.of(1, "near")));
        entries.add(reference(PART, urls));
        directory().load(entries);
        second.load(List.of(unit(), below(2, "far")));
    }

    private LdapSource following(String hosts, String... more) {
        Map<String, String> configuration = new HashMap<>(Map.of("referrals", "follow", "referralHosts", hosts));
        for (int i = 0; i < more.length; i += 2) {
            configuration.put(more[i], more[i + 1]);
        }
        return source(configuration);
    }

    private static SourceUnavailableException failure(LdapSource source, String login) {
        return catchThrowableOfType(SourceUnavailableException.class, () -> source.find(login, soon()));
    }

    @Test
    void whatIsElsewhereIsNoPartOfTheSourceUnlessItSaysSo() throws Exception {
        load(url(second, PART_URL));
        int before = second.searches();
        LdapSource source = source(Map.of());
        SourcePage page = source.search(all(10), soon());
        assertThat(ids(page)).containsExactly("near");
        assertThat(page.truncated()).isFalse();
        assertThat(source.find("far", soon())).isEmpty();
        assertThat(second.searches()).isEqualTo(before);
        assertThat(source.condition().state()).isEqualTo(SourceState.READY);
        assertThat(source.condition().findings()).extracting(Finding::key).containsExactly("referrals");
        assertThat(source.condition().findings().get(0).message())
                .contains("ldap://" + at(second))
                .contains("referralHosts");
    }

    @Test
    void listedServersAreAskedWithTheSameAccount() throws Exception {
        load(url(second, PART_URL));
        int before = second.binds();
        LdapSource source = following(
                at(second),
                "userDn",
                TestDirectory.ADMIN,
                "userPw",
                TestDirectory.ADMIN_PASSWORD,
                "validFilter",
                "(sn=*)");
        SourcePage page = source.search(new SourceQuery(Criterion.ALL, Optional.empty(), 10, true), soon());
        assertThat(ids(page)).containsExactly("far", "near");
        assertThat(page.records()).extracting(SourceRecord::validity).containsOnly(Validity.VALID);
        assertThat(page.truncated()).isFalse();
        assertThat(source.find("far", soon())).isPresent();
        assertThat(source.find("near", soon())).isPresent();
        assertThat(source.find("nobody", soon())).isEmpty();
        assertThat(second.binds()).isGreaterThan(before);
        assertThat(source.condition().findings()).isEmpty();
    }

    @Test
    void aServerThatIsNotListedIsNotAskedAndListsSayThatTheyAreAPart() throws Exception {
        load(url(second, PART_URL));
        int before = second.searches();
        for (String hosts : List.of("localhost:" + second.port(), "127.0.0.1", "127.0.0.1:1")) {
            LdapSource source = following(hosts);
            SourcePage page = source.search(all(10), soon());
            assertThat(ids(page)).containsExactly("near");
            assertThat(page.truncated()).isTrue();
            assertThat(source.find("near", soon())).isPresent();
            assertThat(source.find("far", soon())).isEmpty();
            assertThat(source.condition().findings())
                    .extracting(Finding::message)
                    .singleElement()
                    .asString()
                    .contains("referralHosts does not list 127.0.0.1:" + second.port());
        }
        assertThat(second.searches()).isEqualTo(before);
    }

    @Test
    void ofSeveralAddressesTheFirstThatIsListedIsAsked() throws Exception {
        load("ldap://elsewhere.example.com/" + PART_URL, url(second, PART_URL));
        assertThat(ids(following(at(second)).search(all(10), soon()))).containsExactly("far", "near");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "sub"})
    void theScopeGoesOnWithTheReferral(String scope) throws Exception {
        load(url(second, PART_URL));
        assertThat(ids(following(at(second), "scope", scope).search(all(10), soon())))
                .isEqualTo(scope.equals("one") ? List.of("near") : List.of("far", "near"));
    }

    @Test
    void aBaseThatIsElsewhereIsAnErrorThatSaysWhatToWrite() throws Exception {
        load(url(second, PART_URL));
        SourceUnavailableException ignored = failure(source(Map.of("baseDn", PART)), "far");
        assertThat(ignored.reason()).isEqualTo(Reason.REQUEST);
        assertThat(ignored)
                .hasMessageContaining("baseDn is on another server: ldap://" + at(second))
                .hasMessageContaining("write that server in host, or referrals = follow and referralHosts");
        SourceUnavailableException unlisted = failure(following("other.example.com", "baseDn", PART), "far");
        assertThat(unlisted)
                .hasMessageContaining("baseDn is on another server")
                .hasMessageContaining("referralHosts does not list " + at(second));
        assertThat(following(at(second), "baseDn", PART).find("far", soon())).isPresent();
    }

    @Test
    void serversThatReferToEachOtherAreAskedOnceEach() throws Exception {
        load(url(second, TestDirectory.BASE));
        List<Entry> entries = new ArrayList<>(Person.entries(Person.of(2, "far")));
        entries.add(reference(PART, url(directory(), TestDirectory.BASE)));
        second.load(entries);
        int before = directory().searches() + second.searches();
        SourcePage page = following(at(directory()) + "," + at(second)).search(all(10), soon());
        assertThat(ids(page)).containsExactly("far", "near");
        assertThat(page.truncated()).isFalse();
        assertThat(directory().searches() + second.searches() - before).isEqualTo(2);
    }

    @Test
    void referralsWithoutEndAreCutOff() throws Exception {
        List<Entry> deep = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String next = "ou=deep" + (i + 1) + ",dc=example,dc=org";
            deep.add(reference("ou=deep" + i + ",dc=example,dc=org", url(second, next)));
        }
        directory().load(List.of(deep.get(0)));
        second.load(deep.subList(1, deep.size()));
        int before = second.searches();
        SourcePage page = following(at(second)).search(all(10), soon());
        assertThat(page.truncated()).isTrue();
        assertThat(second.searches() - before).isBetween(1, 20);
        List<Entry> wide = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            wide.add(
                    reference("ou=wide" + i + ",dc=example,dc=org", url(second, "ou=wide" + i + ",dc=example,dc=org")));
        }
        directory().load(wide);
        before = second.searches();
        assertThat(following(at(second)).search(all(10), soon()).truncated()).isTrue();
        assertThat(second.searches() - before).isEqualTo(20);
    }

    @Test
    void aListedServerThatIsAwayLeavesAPartAndNoFalseAnswer() throws Exception {
        int dead;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = socket.getLocalPort();
        }
        load("ldap://127.0.0.1:" + dead + "/" + PART_URL);
        LdapSource source = following("127.0.0.1:" + dead);
        SourcePage page = source.search(all(10), soon());
        assertThat(ids(page)).containsExactly("near");
        assertThat(page.truncated()).isTrue();
        assertThat(source.find("near", soon())).isPresent();
        assertThat(source.condition().state()).isEqualTo(SourceState.READY);
        assertThat(source.condition().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("referralHosts");
            assertThat(finding.message())
                    .contains("ldap://127.0.0.1:" + dead + " could not be asked")
                    .endsWith("see that it runs, or take it out of referralHosts");
        });
        directory().load(Person.entries(Person.of(1, "near")));
        assertThat(source.search(all(10), soon()).truncated()).isFalse();
        assertThat(source.condition().findings()).isEmpty();
        load("ldap://127.0.0.1:" + dead + "/" + PART_URL);
        SourceUnavailableException unknown = failure(source, "far");
        assertThat(unknown.reason()).isEqualTo(Reason.REQUEST);
        assertThat(unknown).hasMessageContaining("127.0.0.1:" + dead + " could not be asked");
    }

    @Test
    void aListedServerThatNeverAnswersDoesNotTakeTheOthersRowsWithIt() throws Exception {
        try (Relay silent = new Relay(second.port())) {
            load("ldap://127.0.0.1:" + silent.port() + "/" + PART_URL);
            silent.setSilent(true);
            LdapSource source = following("127.0.0.1:" + silent.port());
            SourcePage page = source.search(all(10), Deadline.in(Duration.ofSeconds(2)));
            assertThat(ids(page)).containsExactly("near");
            assertThat(page.truncated()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ldap:///dc=example,dc=org",
                "ldap://127.0.0.1:PORT/dc=example,dc=org??sub?(objectClass=*)",
                "ldap://127.0.0.1:PORT/dc=example,dc=org????!x-critical=1",
                "ldap://localhost.evil.example:PORT/dc=example,dc=org"
            })
    void referralsOfOtherKindsAreLeftOut(String url) throws Exception {
        load(url.replace("PORT", Integer.toString(second.port())));
        int before = second.searches();
        SourcePage page = following(at(second)).search(all(10), soon());
        assertThat(ids(page)).containsExactly("near");
        assertThat(page.truncated()).isTrue();
        assertThat(second.searches()).isEqualTo(before);
    }

    @Test
    void aClosedSourceClosesWhatItHasOpenedElsewhere() throws Exception {
        try (Relay relay = new Relay(second.port())) {
            load("ldap://127.0.0.1:" + relay.port() + "/" + PART_URL);
            LdapSource source = following("127.0.0.1:" + relay.port());
            assertThat(source.find("far", soon())).isPresent();
            assertThat(relay.connections()).isEqualTo(1);
            source.close();
            await().until(() -> relay.connections() == 0);
        }
    }
}
