package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.Answer;
import org.clientele.CustomerUser;
import org.clientele.ListRequest;
import org.clientele.Page;
import org.clientele.SourceReport;
import org.clientele.SourceState;
import org.clientele.spi.CustomerUserSource;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;

/**
 * Back ends and their configurations are swapped while people are looked up, listed and added. The database fills the slot
 * CustomerUser, a directory server CustomerUser1, a back end of somebody else CustomerUser2.
 */
public class SwapUnderLoadTest extends KarafTest {
    private static final String DB = "CustomerUser";
    private static final String DIRECTORY = "CustomerUser1";
    private static final String MEMORY = "CustomerUser2";
    private static final String SHARED = "swap-shared";
    private static final double SWAP_LIMIT = 15;
    private static final String NAME = "Under load";

    private final AtomicInteger number = new AtomicInteger();
    private final List<WeakReference<Object>> replaced = new ArrayList<>();
    private final List<String> inDatabase = people("swap-db-", 20);
    private final List<String> inDirectory = people("swap-ldap-", 40);
    private final List<String> inMemory = people("swap-memory-", 10);
    private PeopleServer server;
    private Configuration memoryConfiguration;
    private ServiceRegistration<CustomerUserSource> memory;
    private Configuration database;
    private Dictionary<String, Object> shipped;

    @Before
    public void fillSources() throws Exception {
        haveCustomer("its");
        awaitState(DB, SourceState.READY);
        // The database is confirmed as the owner of this login before the directory server claims it, too.
        for (String login : inDatabase) {
            addOnce(DB, login);
        }
        addOnce(DB, SHARED);
        List<String> entries = new ArrayList<>(inDirectory);
        entries.add(SHARED);
        server = new PeopleServer("swap").with(entries);
        configure(LDAP, DIRECTORY, server.configuration(Map.of("name", "Swap")));
        database = admin.getFactoryConfiguration(DATABASE, DB, "?");
        shipped = database.getProperties();
        askWithoutMemoryOrWaiting();
        registerMemory();
        for (String login : inMemory) {
            addOnce(MEMORY, login);
        }
        awaitState(DIRECTORY, SourceState.READY);
        within(10).until(() -> find(inDirectory.get(0)) instanceof Answer.Found);
    }

    @After
    public void takeSourcesAway() throws IOException {
        database.update(shipped);
        within(SWAP_LIMIT).until(() -> !name(DB).equals(NAME));
        awaitState(DB, SourceState.READY);
        memory.unregister();
        memoryConfiguration.delete();
        server.close();
    }

    @Test
    public void twoHundredChangesOfADirectorySourceHarmNobodyElse() throws Exception {
        Configuration configuration = admin.getFactoryConfiguration(LDAP, DIRECTORY, "?");
        underLoad(Set.of(DIRECTORY), DB, () -> change(configuration, DIRECTORY, 200));
    }

    @Test
    public void aHundredChangesOfADatabaseSourceHarmNobodyElse() throws Exception {
        underLoad(Set.of(DB), MEMORY, () -> change(database, DB, 100));
    }

    @Test
    public void theBundleOfTheDirectoryBackEndIsSwappedWithoutHarmForOthers() throws Exception {
        underLoad(Set.of(DIRECTORY), DB, () -> swapBundle(LDAP, DIRECTORY, 20));
    }

    @Test
    public void theBundleOfTheDatabaseBackEndIsSwappedWithoutHarmForOthers() throws Exception {
        underLoad(Set.of(DB), MEMORY, () -> swapBundle(DATABASE, DB, 3));
    }

    @FunctionalInterface
    private interface Swaps {
        void run() throws Exception;
    }

    /** Runs the swaps twice under load, the first time to warm up what is kept, and compares what is there afterwards. */
    private void underLoad(Set<String> swapped, String takesAdditions, Swaps swaps) throws Exception {
        Map<String, Load.Request> requests = requests(swapped, takesAdditions);
        runOnce(requests, () -> {});
        Footprint before = Footprint.of(context);

        Map<String, Long> answered = runOnce(requests, swaps);

        assertThat(answered).allSatisfy((kind, count) -> assertThat(count).isGreaterThan(5));
        swapped.forEach(slot -> awaitState(slot, SourceState.READY));
        within(30)
                .untilAsserted(() ->
                        assertThat(Footprint.of(context).leftSince(before)).isEmpty());
        within(20).untilAsserted(() -> {
            System.gc();
            assertThat(replaced).allMatch(reference -> reference.get() == null);
        });
    }

    private Map<String, Long> runOnce(Map<String, Load.Request> requests, Swaps swaps) throws Exception {
        Load load = new Load(requests);
        try {
            load.awaitBegin();
            swaps.run();
        } finally {
            load.close();
        }
        assertThat(load.wrong()).isEmpty();
        return load.answered();
    }

    private Map<String, Load.Request> requests(Set<String> swapped, String takesAdditions) {
        Map<String, Load.Request> requests = new LinkedHashMap<>();
        requests.put("look-up-db", () -> lookUp(any(inDatabase), DB, swapped));
        requests.put("look-up-ldap", () -> lookUp(any(inDirectory), DIRECTORY, swapped));
        requests.put("look-up-memory", () -> lookUp(any(inMemory), MEMORY, swapped));
        requests.put("look-up-shared", () -> lookUp(SHARED, DB, swapped));
        requests.put("list", () -> listAll(ListRequest.ALL.withLimit(25), swapped));
        requests.put("search", () -> listAll(ListRequest.ALL.withSearch("swap*").withLimit(50), swapped));
        requests.put("add", () -> addNew(takesAdditions));
        requests.put("customer", this::lookUpCustomer);
        return requests;
    }

    private void lookUp(String login, String slot, Set<String> swapped) {
        Answer<CustomerUser> answer = find(login);
        if (answer instanceof Answer.Found<CustomerUser> found) {
            assertThat(found.found().source()).as("source of %s", slot).isEqualTo(slot);
        } else if (answer instanceof Answer.NotFound || !swapped.contains(slot)) {
            throw new AssertionError("a person of " + slot + " is " + answer);
        }
    }

    private void lookUpCustomer() {
        Answer<?> answer = customers.find("its");
        assertThat(answer).as("customer").isNotInstanceOf(Answer.NotFound.class);
    }

    /** All pages: nobody twice, nobody missing who belongs to a source that was there, nobody shadowed. */
    private void listAll(ListRequest request, Set<String> swapped) throws Exception {
        Map<String, String> seen = new HashMap<>();
        Optional<String> cursor = Optional.empty();
        boolean incomplete = false;
        do {
            Page<CustomerUser> page = customerUsers.list(request.withAfter(cursor));
            for (CustomerUser user : page.rows()) {
                if (seen.put(user.login(), user.source()) != null) {
                    throw new AssertionError("a person twice in a list");
                }
            }
            for (SourceReport report : page.sources()) {
                if (!report.outcome().answered() && !swapped.contains(report.source())) {
                    throw new AssertionError(report.source() + " is " + report.outcome() + ": " + report.message());
                }
            }
            incomplete = page.incomplete();
            cursor = page.next();
        } while (cursor.isPresent());
        assertHas(seen, inDatabase, DB, incomplete && swapped.contains(DB));
        assertHas(seen, inDirectory, DIRECTORY, incomplete && swapped.contains(DIRECTORY));
        assertHas(seen, inMemory, MEMORY, incomplete && swapped.contains(MEMORY));
        assertHas(seen, List.of(SHARED), DB, incomplete && swapped.contains(DB));
    }

    private static void assertHas(Map<String, String> seen, List<String> logins, String slot, boolean mayLack) {
        for (String login : logins) {
            String source = seen.get(login);
            if (source == null ? !mayLack : !source.equals(slot)) {
                throw new AssertionError("a list has a person of " + slot + " from " + source);
            }
        }
    }

    private void addNew(String slot) throws Exception {
        String login = "new-" + slot + "-" + System.nanoTime();
        assertThat(add(slot, login, Optional.empty()).source()).isEqualTo(slot);
        assertThat(find(login)).as("who was just added").isInstanceOf(Answer.Found.class);
        // One after the other is enough; hashing and committing would take the processor from those who look up.
        CountDownLatch pause = new CountDownLatch(1);
        assertThat(pause.await(20, TimeUnit.MILLISECONDS)).isFalse();
    }

    private void change(Configuration configuration, String slot, int times) throws Exception {
        for (int i = 1; i <= times; i++) {
            remember(slot);
            Dictionary<String, Object> properties = configuration.getProperties();
            properties.put("name", "Swap " + i);
            configuration.update(properties);
            if (i % 10 == 0) {
                String expected = "Swap " + i;
                within(SWAP_LIMIT).until(() -> name(slot).equals(expected));
            }
        }
        awaitReady(slot);
    }

    private void swapBundle(String name, String slot, int restarts) throws Exception {
        SwappedBundle bundle = new SwappedBundle(context, name);
        for (int i = 0; i < restarts; i++) {
            remember(slot);
            bundle.stop();
            awaitWaiting(slot);
            bundle.start();
            awaitReady(slot);
        }
        for (int i = 0; i < 2; i++) {
            remember(slot);
            bundle.update();
            awaitReady(slot);
        }
        for (int i = 0; i < 2; i++) {
            remember(slot);
            bundle.installAgain(() -> awaitWaiting(slot));
            awaitReady(slot);
        }
    }

    private SourceState state(String slot) {
        return status(slot)
                .orElseThrow(() -> new AssertionError("The slot " + slot + " is gone"))
                .state();
    }

    private void awaitWaiting(String slot) {
        within(SWAP_LIMIT).until(() -> state(slot) == SourceState.WAITING);
    }

    private void awaitReady(String slot) {
        within(SWAP_LIMIT).until(() -> state(slot) == SourceState.READY);
    }

    /** The source that fills the slot now must be collected once it is replaced. */
    private void remember(String slot) throws Exception {
        for (ServiceReference<CustomerUserSource> reference :
                context.getServiceReferences(CustomerUserSource.class, "(service.pid=*~" + slot + ")")) {
            Object source = context.getService(reference);
            if (source != null) {
                replaced.add(new WeakReference<>(source));
                context.ungetService(reference);
            }
        }
    }

    /**
     * Look-ups go to the table each time, and additions elsewhere do not wait for the database. The name of the file is left
     * out: who polls the files may read one again while it is a change behind, and take the change back.
     */
    private void askWithoutMemoryOrWaiting() throws IOException {
        Hashtable<String, Object> properties = new Hashtable<>();
        Collections.list(shipped.keys()).forEach(key -> properties.put(key, shipped.get(key)));
        properties.remove("felix.fileinstall.filename");
        properties.put("uniqueness", "best-effort");
        properties.put("cacheTtl", "0");
        properties.put("name", NAME);
        database.update(properties);
        within(SWAP_LIMIT).until(() -> name(DB).equals(NAME));
        awaitState(DB, SourceState.READY);
    }

    private String name(String slot) {
        return status(slot).orElseThrow().name();
    }

    private void registerMemory() throws IOException {
        String pid = "org.example.people";
        memoryConfiguration = admin.getConfiguration(pid, "?");
        memoryConfiguration.update(new Hashtable<>(Map.of("slot", MEMORY)));
        PeopleInMemory source = new PeopleInMemory(Map.of("service.pid", pid, "slot", MEMORY));
        memory = context.registerService(CustomerUserSource.class, source, new Hashtable<>(Map.of("service.pid", pid)));
        awaitState(MEMORY, SourceState.READY);
    }

    private void addOnce(String slot, String login) throws Exception {
        if (!(find(login) instanceof Answer.Found)) {
            add(slot, login, Optional.empty());
        }
    }

    private String any(List<String> logins) {
        return logins.get(Math.floorMod(number.incrementAndGet(), logins.size()));
    }

    private static List<String> people(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.toList());
    }
}
