package org.clientele.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.clientele.ConfigurationText;
import org.clientele.Finding;
import org.clientele.InvalidInputException;
import org.clientele.SourceDraft;
import org.clientele.SourceDrafts;
import org.clientele.SourceUnavailableException;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.internal.StoredValues.Completed;
import org.clientele.internal.TestedSources.Configured;
import org.clientele.spi.TestableSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service {@link SourceDrafts}: shows configurations without their secrets, and tests what became of them. */
@Component(service = SourceDrafts.class)
public final class EditedDrafts implements SourceDrafts {
    private static final Logger LOG = LoggerFactory.getLogger(EditedDrafts.class);
    private static final int HIGHEST_SLOT = 10;

    /** What {@code ${name}} may stand for in a draft; other properties of the system may hold secrets. */
    private static final Set<String> FOLDERS =
            Set.of("karaf.base", "karaf.home", "karaf.data", "karaf.etc", "karaf.log", "karaf.instances");

    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]*)}?");

    private final TestedSources tests;
    private final SlotConfigurations configurations;

    @Activate
    public EditedDrafts(@Reference TestedSources tests, @Reference SlotConfigurations configurations) {
        this.tests = tests;
        this.configurations = configurations;
    }

    @Override
    public List<BackEnd> backEnds() {
        return tests.offering().stream()
                .map(backEnd -> new BackEnd(backEnd.factoryPid(), backEnd.ofCustomers(), example(backEnd)))
                .sorted(Comparator.comparing(BackEnd::factoryPid))
                .toList();
    }

    @Override
    public List<String> freeSlots(boolean ofCustomers) {
        SlotKind kind = ofCustomers ? SlotKind.CUSTOMER : SlotKind.CUSTOMER_USER;
        List<String> taken =
                configurations.slots(kind).stream().map(ConfiguredSlot::slot).toList();
        return IntStream.rangeClosed(0, HIGHEST_SLOT)
                .mapToObj(number -> number == 0 ? kind.base() : kind.base() + number)
                .filter(slot -> !taken.contains(slot))
                .toList();
    }

    @Override
    public Draft of(String slot) throws InvalidInputException {
        Configured configured = tests.configured(slot);
        TestableSource backEnd = tests.testable(configured.factoryPid(), "source");
        StoredValues stored = new StoredValues(configured.properties(), backEnd.keysThatDecideWhoGetsSecrets());
        return new Draft(configured.factoryPid(), configured.instance(), ConfigurationText.write(stored.shown()));
    }

    @Override
    public List<TestStep> test(Draft draft, Consumer<TestStep> told)
            throws InvalidInputException, SourceUnavailableException {
        TestableSource backEnd = tests.testable(draft.factoryPid(), "backEnd");
        Map<String, Object> read;
        try {
            read = withFolders(ConfigurationText.readUnresolved(draft.text()));
        } catch (UnknownNameException e) {
            return refused(List.of(Finding.error(e.key, String.valueOf(e.getMessage()))), told);
        } catch (IllegalArgumentException e) {
            // not its message: that may repeat a line of the text
            return refused(List.of(Finding.error("The text", "cannot be read as that of a .cfg file")), told);
        }
        Map<String, Object> stored = tests.stored(draft.factoryPid(), draft.instance());
        Completed completed = new StoredValues(stored, backEnd.keysThatDecideWhoGetsSecrets()).complete(read);
        return completed.faults().isEmpty()
                ? tests.test(
                        new SourceDraft(draft.factoryPid(), draft.instance(), completed.properties()),
                        completed.taken(),
                        told)
                : refused(completed.faults(), told);
    }

    private static List<TestStep> refused(List<Finding> faults, Consumer<TestStep> told) {
        List<String> details = faults.stream()
                .map(fault -> fault.key() + " " + fault.message())
                .toList();
        TestStep step =
                new TestStep("settings", Result.FAILED, "The draft cannot be tested like this", details, Duration.ZERO);
        told.accept(step);
        return List.of(step);
    }

    /** A value of another kind than text has no folder in it. */
    private static Map<String, Object> withFolders(Map<String, Object> read) {
        Map<String, Object> replaced = new HashMap<>(read);
        replaced.replaceAll((key, value) ->
                NAME.matcher(Placeholders.text(value)).find() ? withFolders(key, Placeholders.text(value)) : value);
        return replaced;
    }

    private static String withFolders(String key, String value) {
        String replaced =
                NAME.matcher(value).replaceFirst(name -> Matcher.quoteReplacement(folder(key, name.group(1))));
        if (NAME.matcher(replaced).find()) {
            throw new UnknownNameException(key, "more than one ${…}");
        }
        return replaced;
    }

    private static String folder(String key, String name) {
        if (!FOLDERS.contains(name)) {
            throw new UnknownNameException(key, "${" + name + "}");
        }
        return Objects.requireNonNullElse(System.getProperty(name), "");
    }

    private static String example(TestableSource backEnd) {
        URL example = backEnd.example().orElse(null);
        if (example == null) {
            return "";
        }
        try (InputStream stream = example.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.warn("The example of {} cannot be read", backEnd.factoryPid(), e);
            return "";
        }
    }

    /** A value names a property that a draft may not use. */
    private static final class UnknownNameException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String key;

        UnknownNameException(String key, String what) {
            super("has " + what + ", which a draft may not use; type the value, or use ${karaf.etc}");
            this.key = key;
        }
    }
}
