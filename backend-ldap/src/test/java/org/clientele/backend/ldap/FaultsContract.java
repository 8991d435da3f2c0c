package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller sees when something is wrong with a server, the line to it or its data, and that it passes by itself. */
abstract class FaultsContract<D extends TestDirectory> extends LdapSourceTest<D> {
    private static final int CALLERS = 8;
    private static final int MOST_CONNECTIONS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** RFC 4514, 2.4 escapes the most of these. */
    private static final List<String> UGLY = List.of(
            "Doe, John",
            "a+b",
            "say \"hi\"",
            "back\\slash",
            "<tag>",
            "a;b",
            "a=b",
            "#1",
            " leading",
            "trailing ",
            "カス",
            "Ünal",
            "/slash",
            "*",
            "(a)");

    private Relay relay;

    @BeforeEach
    void startRelay() throws Exception {
        relay = new Relay(directory().port());
    }

    @AfterEach
    void stopRelay() throws Exception {
        relay.close();
    }

    private LdapSource relayed() {
        return source(Map.of("port", Integer.toString(relay.port())));
    }

    @Test
    void aServerThatIsDownAtTheStartIsUsedAsSoonAsItIsThere() throws Exception {
        directory().load(Person.entries(Person.of(1, "ann")));
        directory().stop();
        LdapSource source;
        try {
            source = relayed();
            assertThat(reasonOf(() -> source.find("ann", soon()))).isEqualTo(Reason.CONNECTION);
        } finally {
            directory().start();
        }
        assertThat(source.find("ann", soon())).isPresent();
    }

    @Test
    void aServerThatIsKilledUnderLoadGivesFailuresAndNoFalseAnswerAndIsBackByItself() throws Exception {
        directory().load(Person.entries(Person.of(1, "ann")));
        LdapSource source = relayed();
        AtomicBoolean asking = new AtomicBoolean(true);
        AtomicInteger found = new AtomicInteger();
        AtomicInteger missed = new AtomicInteger();
        ConcurrentLinkedQueue<Reason> failures = new ConcurrentLinkedQueue<>();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(callers.submit(() -> {
                    while (asking.get()) {
                        try {
                            boolean isThere =
                                    source.find("ann", Deadline.in(LIMIT)).isPresent();
                            (isThere ? found : missed).incrementAndGet();
                        } catch (SourceUnavailableException e) {
                            failures.add(e.reason());
                        }
                    }
                }));
            }
            await().until(() -> found.get() > CALLERS);
            directory().kill();
            int beforeOutage = failures.size();
            await().until(() -> failures.size() >= beforeOutage + CALLERS);
            directory().start();
            int beforeReturn = found.get();
            await().until(() -> found.get() > beforeReturn + CALLERS);
            asking.set(false);
            for (Future<?> call : calls) {
                call.get(10, TimeUnit.SECONDS);
            }
        } finally {
            asking.set(false);
            callers.shutdownNow();
        }
        assertThat(missed).hasValue(0);
        assertThat(failures).isNotEmpty().allMatch(reason -> reason == Reason.CONNECTION || reason == Reason.TIME_OUT);
        assertThat(relay.connections()).isLessThanOrEqualTo(MOST_CONNECTIONS);
    }

    @Test
    void aSlowServerIsWaitedForUntilTheDeadlineAndNoLonger() throws Exception {
        directory().load(Person.entries(Person.of(1, "ann")));
        LdapSource source = relayed();
        assertThat(source.find("ann", soon())).isPresent();
        relay.setDelay(Duration.ofSeconds(2));
        assertThat(source.find("ann", soon())).isPresent();
        long start = System.nanoTime();
        assertThat(reasonOf(() -> source.find("ann", Deadline.in(Duration.ofMillis(300)))))
                .isEqualTo(Reason.TIME_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1800));
        relay.setDelay(Duration.ZERO);
        assertThat(source.find("ann", soon())).isPresent();
    }

    @Test
    void connectionsThatWereClosedWhileNobodyUsedThemAreReplacedUnnoticed() throws Exception {
        directory().load(Person.entries(Person.of(1, "ann")));
        LdapSource source = relayed();
        for (int round = 0; round < 5; round++) {
            assertThat(source.find("ann", soon())).isPresent();
            relay.hangUp();
        }
        assertThat(source.find("ann", soon())).isPresent();
    }

    @Test
    void whoWaitsForAConnectionWhileAllAreBusyWaitsNoLongerThanItsDeadline() throws Exception {
        directory().load(Person.entries(Person.of(1, "ann")));
        LdapSource source = relayed();
        relay.setSilent(true);
        ExecutorService callers = Executors.newFixedThreadPool(MOST_CONNECTIONS);
        try {
            List<Future<Optional<SourceRecord>>> calls = new ArrayList<>();
            for (int i = 0; i < MOST_CONNECTIONS; i++) {
                calls.add(callers.submit(() -> source.find("ann", Deadline.in(Duration.ofSeconds(30)))));
            }
            await().until(() -> relay.connections() == MOST_CONNECTIONS);
            long start = System.nanoTime();
            SourceUnavailableException busy = catchThrowableOfType(
                    SourceUnavailableException.class, () -> source.find("ann", Deadline.in(Duration.ofMillis(300))));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(busy.reason()).isEqualTo(Reason.TIME_OUT);
            assertThat(busy).hasMessage("All connections to ldap://127.0.0.1:" + relay.port() + " are busy");
            assertThat(relay.connections()).isEqualTo(MOST_CONNECTIONS);
            relay.setSilent(false);
            relay.hangUp();
            for (Future<Optional<SourceRecord>> call : calls) {
                assertThat(call.get(20, TimeUnit.SECONDS)).isPresent();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void entriesWithoutTheKeyDoNotExist() throws Exception {
        directory().load(Person.entries(Person.of(1, "ann").with("mail", "ann@example.org"), Person.of(2, "bob")));
        LdapSource source =
                source(Map.of("customerKey", "mail", "map.4", "UserLogin | Username | mail | 1 | 1 | var | | 0 | |"));
        assertThat(ids(source.search(all(10), soon()))).containsExactly("ann@example.org");
        assertThat(ids(source.search(words("bob"), soon()))).isEmpty();
        assertThat(source.find("", soon())).isEmpty();
    }

    @Test
    void uglyNamesAreReadSearchedAndCompared() throws Exception {
        Map<String, String> managers = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        List<String> members = new ArrayList<>();
        for (int i = 0; i < UGLY.size(); i++) {
            String dn = new DN(new RDN("cn", UGLY.get(i)), new DN(TestDirectory.BASE)).toString();
            Entry entry = new Entry("dn: " + dn, "objectClass: inetOrgPerson", "uid: ugly%02d".formatted(i));
            entry.addAttribute("cn", UGLY.get(i));
            entry.addAttribute("sn", UGLY.get(i));
            entry.addAttribute("manager", dn);
            managers.put("ugly%02d".formatted(i), UGLY.get(i));
            entries.add(entry);
            members.add(dn);
        }
        entries.addAll(Person.entries(Person.of(1, "stranger")));
        entries.add(GroupContract.group("member", members.toArray(String[]::new)));
        directory().load(entries);
        LdapSource source = source(Map.of(
                "groupDn", GroupContract.GROUP,
                "searchListLimit", "4",
                "searchFields", "sn",
                "translateManagerTo", "cn",
                "map.10", "UserManager | Manager | manager | 1 | 0 | var | | 0 | |"));
        for (SourceRecord record : source.search(all(100), soon()).records()) {
            String name = managers.remove(record.id());
            assertThat(record.fields().get("UserManager")).as(name).containsExactly(name);
            assertThat(record.fields().get("UserLastname")).as(name).containsExactly(name);
            Optional<SourceRecord> alone = source.find(record.id(), soon());
            assertThat(alone).as(name).isPresent();
        }
        assertThat(managers).isEmpty();
        assertThat(source.find("stranger", soon())).isEmpty();
    }
}
