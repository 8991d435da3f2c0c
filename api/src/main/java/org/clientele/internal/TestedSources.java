package org.clientele.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.SourceDraft;
import org.clientele.SourceTests;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.internal.Placeholders.Resolved;
import org.clientele.spi.TestableSource;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The service {@link SourceTests}: finds the back end and the configuration, resolves placeholders and runs the test. */
@Component(service = {SourceTests.class, TestedSources.class})
public final class TestedSources implements SourceTests {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int AT_A_TIME = 4;

    private final SlotConfigurations configurations;
    private final Placeholders placeholders;
    private final CallThreads threads;
    private final Duration limit;
    private final Semaphore permits = new Semaphore(AT_A_TIME);
    private final Map<TestableSource, ServiceReference<?>> backEnds = new ConcurrentHashMap<>();

    /** What is stored for a slot. */
    record Configured(String factoryPid, Map<String, Object> properties) {
        /** The name of the instance, empty for none. */
        String instance() {
            String pid = String.valueOf(properties.get("service.pid"));
            return pid.startsWith(factoryPid + "~") ? pid.substring(factoryPid.length() + 1) : "";
        }
    }

    private record BackEnd(TestableSource service, ServiceReference<?> reference) {}

    @Activate
    public TestedSources(
            @Reference SlotConfigurations configurations,
            @Reference Placeholders placeholders,
            @Reference CallThreads threads) {
        this(configurations, placeholders, threads, LIMIT);
    }

    TestedSources(SlotConfigurations configurations, Placeholders placeholders, CallThreads threads, Duration limit) {
        this.configurations = configurations;
        this.placeholders = placeholders;
        this.threads = threads;
        this.limit = limit;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "unbindBackEnd")
    public void bindBackEnd(TestableSource backEnd, ServiceReference<TestableSource> reference) {
        backEnds.put(backEnd, reference);
    }

    public void unbindBackEnd(TestableSource backEnd) {
        backEnds.remove(backEnd);
    }

    @Override
    public Set<String> slots() {
        List<String> offering = backEnds();
        return configured().entrySet().stream()
                .filter(slot -> offering.contains(slot.getValue().factoryPid()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<String> backEnds() {
        return backEnds.keySet().stream()
                .map(TestableSource::factoryPid)
                .sorted()
                .toList();
    }

    @Override
    public List<TestStep> test(String slot, Consumer<TestStep> told)
            throws InvalidInputException, SourceUnavailableException {
        Configured configured = configured(slot);
        BackEnd backEnd = backEnd(configured.factoryPid())
                .orElseThrow(() -> new InvalidInputException("source", noTest(configured.factoryPid())));
        return run(backEnd, configured, told);
    }

    @Override
    public List<TestStep> test(SourceDraft draft, Consumer<TestStep> told)
            throws InvalidInputException, SourceUnavailableException {
        return run(backEnd(draft), configured(draft), told);
    }

    /** @param stored the keys of values that are as they are stored; of them alone placeholders are resolved */
    List<TestStep> test(SourceDraft draft, Set<String> stored, Consumer<TestStep> told)
            throws InvalidInputException, SourceUnavailableException {
        BackEnd backEnd = backEnd(draft);
        Configured configured = configured(draft);
        return run(
                backEnd,
                () -> placeholders.resolve(
                        configured.properties(), stored, configured.factoryPid(), backEnd.reference()),
                told);
    }

    private BackEnd backEnd(SourceDraft draft) throws InvalidInputException {
        return backEnd(draft.factoryPid())
                .orElseThrow(() -> new InvalidInputException("backEnd", noTest(draft.factoryPid())));
    }

    private static Configured configured(SourceDraft draft) {
        Map<String, Object> properties = new HashMap<>(draft.properties());
        properties.put("service.factoryPid", draft.factoryPid());
        properties.put("service.pid", pid(draft.factoryPid(), draft.instance()));
        return new Configured(draft.factoryPid(), properties);
    }

    /** The back ends that are there and offer a test. */
    Set<TestableSource> offering() {
        return Set.copyOf(backEnds.keySet());
    }

    /** @param field what is wrong if the back end offers no test or is not there */
    TestableSource testable(String factoryPid, String field) throws InvalidInputException {
        return backEnd(factoryPid)
                .orElseThrow(() -> new InvalidInputException(field, noTest(factoryPid)))
                .service();
    }

    /** The configuration of a slot, with placeholders as they stand. */
    Configured configured(String slot) throws InvalidInputException {
        return Optional.ofNullable(configured().get(slot))
                .orElseThrow(() -> new InvalidInputException("source", Fault.noSource(slot)));
    }

    /** What is stored under a PID, with placeholders as they stand; nothing if there is no such configuration. */
    Map<String, Object> stored(String factoryPid, String instance) {
        return configurations.properties().getOrDefault(pid(factoryPid, instance), Map.of());
    }

    private static String pid(String factoryPid, String instance) {
        return instance.isEmpty() ? factoryPid : factoryPid + "~" + instance;
    }

    private List<TestStep> run(BackEnd backEnd, Configured configured, Consumer<TestStep> told)
            throws SourceUnavailableException {
        return run(
                backEnd,
                () -> placeholders.resolve(configured.properties(), configured.factoryPid(), backEnd.reference()),
                told);
    }

    private List<TestStep> run(BackEnd backEnd, Supplier<Resolved> resolving, Consumer<TestStep> told)
            throws SourceUnavailableException {
        if (!permits.tryAcquire()) {
            throw new SourceUnavailableException(Reason.SKIPPED, "Too many tests are under way; try again in a moment");
        }
        boolean started = false;
        try {
            Resolved draft = resolving.get();
            RunningTest test = new RunningTest(limit, new Redaction(draft.secrets()), told);
            if (!draft.unresolved().isEmpty()) {
                // with a placeholder instead of the password, an account might be locked
                TestStep step = unresolved(draft.unresolved());
                test.add(step);
                return List.of(step);
            }
            started = true;
            return test.run(threads, backEnd.service(), draft.properties(), permits::release);
        } catch (RejectedExecutionException e) {
            started = false;
            throw new SourceUnavailableException(Reason.SKIPPED, "The directory is being stopped", e);
        } finally {
            if (!started) {
                permits.release();
            }
        }
    }

    private static TestStep unresolved(Map<String, String> unresolved) {
        List<String> details = unresolved.entrySet().stream()
                .map(entry -> entry.getKey() + " is " + entry.getValue()
                        + ", which cannot be resolved; provide what it names")
                .toList();
        return new TestStep("settings", Result.FAILED, "Placeholders are not resolved", details, Duration.ZERO);
    }

    private Map<String, Configured> configured() {
        Map<String, Map<String, Object>> properties = configurations.properties();
        Map<String, Configured> bySlot = new HashMap<>();
        Arrays.stream(SlotKind.values())
                .flatMap(kind -> configurations.slots(kind).stream())
                .filter(slot -> properties.containsKey(slot.pid()))
                .forEach(slot ->
                        bySlot.put(slot.slot(), configured(slot, properties.getOrDefault(slot.pid(), Map.of()))));
        return bySlot;
    }

    /** A configuration that is none of a factory is known by its own PID. */
    private static Configured configured(ConfiguredSlot slot, Map<String, Object> properties) {
        return new Configured(String.valueOf(properties.getOrDefault("service.factoryPid", slot.pid())), properties);
    }

    private Optional<BackEnd> backEnd(String factoryPid) {
        return backEnds.entrySet().stream()
                .filter(candidate -> candidate.getKey().factoryPid().equals(factoryPid))
                .findFirst()
                .map(found -> new BackEnd(found.getKey(), found.getValue()));
    }

    private static Fault noTest(String factoryPid) {
        return Fault.other("The back end " + factoryPid + " offers no test of its sources, or is not there.");
    }
}
