package org.clientele.backend.ldap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.Validity;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.Test;

class InMemoryValuesTest extends ValuesContract<InMemoryDirectory> {

    @Override
    InMemoryDirectory start() throws Exception {
        return new InMemoryDirectory();
    }

    @Test
    void aManagerOfManyIsReadOnceForAPage() throws Exception {
        String boss = "employeeNumber=0," + TestDirectory.BASE;
        List<Entry> people = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            people.add(Person.of(i, "user" + i).with("manager", boss).entry());
        }
        directory().load(people);
        LdapSource source = source(Map.of("map.10", MANAGER, "translateManagerTo", "uid"));
        int before = directory().searches();
        assertThat(source.search(all(20), soon()).records())
                .allSatisfy(
                        record -> assertThat(record.fields().get("UserManager")).containsExactly("user0"));
        assertThat(directory().searches() - before).isEqualTo(2);
    }

    /** The answers are held: what reaches the server then was asked without waiting for one. */
    @Test
    void managersAreAskedForFiftyAtOnce() throws Exception {
        directory().load(eachWithAnotherManager(120));
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try (Relay relay = new Relay(directory().port())) {
            AtomicInteger asked = new AtomicInteger();
            directory().watch(request -> {
                if (request.getScope().equals(SearchScope.BASE) && asked.getAndIncrement() == 0) {
                    relay.holdAnswers();
                }
            });
            LdapSource source = source(
                    Map.of("port", Integer.toString(relay.port()), "map.10", MANAGER, "translateManagerTo", "uid"));
            Future<SourcePage> page =
                    caller.submit(() -> source.search(all(1000), Deadline.in(Duration.ofSeconds(60))));
            await().during(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> asked.get() == 50);
            relay.releaseAnswers();
            assertThat(page.get(60, TimeUnit.SECONDS).records()).hasSize(120);
            assertThat(asked).hasValue(120);
        } finally {
            directory().watch(request -> {});
            caller.shutdownNow();
        }
    }

    /** The schema of OpenLDAP would refuse it. */
    @Test
    void aManagerThatIsNoDnIsShownAsItStands() throws Exception {
        directory().load(Person.entries(Person.of(1, "ann").with("manager", "Doe, John")));
        LdapSource source = source(Map.of("map.10", MANAGER, "translateManagerTo", "uid"));
        assertThat(source.find("ann", soon()).orElseThrow().fields().get("UserManager"))
                .containsExactly("Doe, John");
    }

    /** Which OpenLDAP refuses to keep. */
    @Test
    void rawLatin1IsReadAndSearched() throws Exception {
        Person latin1 = Person.of(1, "x")
                .with("uid", "jürgen".getBytes(ISO_8859_1))
                .with("sn", "Ünal".getBytes(ISO_8859_1))
                .with("mail", "ü@example.org".getBytes(ISO_8859_1));
        directory().load(Person.entries(latin1, Person.of(2, "jorgen"), Person.of(3, "jrgen")));
        LdapSource source = source(Map.of("sourceCharset", "iso-8859-1", "searchFields", "uid, sn"));
        SourceRecord found = source.find("JÜRGEN", soon()).orElseThrow();
        assertThat(found.id()).isEqualTo("jürgen");
        assertThat(found.fields().get("UserLastname")).containsExactly("Ünal");
        assertThat(ids(source.search(words("ünal"), soon()))).containsExactly("jürgen");
        assertThat(ids(source.search(words("jü"), soon()))).containsExactly("jürgen");
        assertThat(ids(source.search(query(new Criterion.Email("Ü@example.org")), soon())))
                .containsExactly("jürgen");
        assertThat(ids(source.search(all(10), soon()))).containsExactly("jorgen", "jrgen", "jürgen");
        assertThat(source(Map.of()).find("jürgen", soon())).isEmpty();
    }

    @Test
    void valuesOfConfiguredFiltersAreWrittenInTheCharacterSet() throws Exception {
        directory().load(Person.entries(Person.of(1, "a")));
        LdapSource source = source(Map.of("sourceCharset", "iso-8859-1", "alwaysFilter", "(sn=Üäx)"));
        List<Filter> asked = new CopyOnWriteArrayList<>();
        directory().watch(request -> asked.add(request.getFilter()));
        assertThat(ids(source.search(all(10), soon()))).isEmpty();
        directory().watch(request -> {});
        Filter always = Arrays.stream(asked.get(0).getComponents())
                .filter(part -> "sn".equals(part.getAttributeName()))
                .findFirst()
                .orElseThrow();
        assertThat(always.getAssertionValueBytes()).isEqualTo("Üäx".getBytes(ISO_8859_1));
    }

    @Test
    void whoIsLockedIn389DirectoryServerIsInvalid() throws Exception {
        directory()
                .load(Person.entries(
                        Person.of(1, "ann").with("nsUniqueId", "66446001-1dd211b2-8a2bd8e0-9b7b0000"),
                        Person.of(2, "closed").with("nsAccountLock", "TRUE")));
        LdapSource ds = source(Map.of("vendor", "389ds"));
        assertThat(ids(ds.search(all(10), soon()))).containsExactly("ann");
        assertThat(ds.find("closed", soon()).orElseThrow().validity()).isEqualTo(Validity.INVALID);
        assertThat(ds.find("ann", soon()).orElseThrow().nativeId()).contains("66446001-1dd211b2-8a2bd8e0-9b7b0000");
        LdapSource generic = source(Map.of("vendor", "generic"));
        assertThat(ids(generic.search(all(10), soon()))).containsExactly("ann", "closed");
        assertThat(generic.find("ann", soon()).orElseThrow().nativeId().orElseThrow())
                .matches("[0-9a-f-]{36}");
    }
}
