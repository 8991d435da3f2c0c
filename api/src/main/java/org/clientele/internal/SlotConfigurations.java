package org.clientele.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.clientele.Finding;
import org.clientele.spi.Settings;
import org.clientele.spi.SourceSettings;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The slots that configurations define: factory configurations of {@code org.clientele.backend.*} whose instance name is a
 * slot, and configurations of any other PID with the key {@code slot}. Only deleting the configuration removes a slot.
 */
@Component(service = {SlotConfigurations.class, ConfigurationListener.class})
public final class SlotConfigurations implements ConfigurationListener {
    private static final Logger LOG = LoggerFactory.getLogger(SlotConfigurations.class);
    private static final String FILTER = "(|(service.factoryPid=org.clientele.backend.*)(slot=*))";

    /** Who is named like the slot has the better right to it than who only says so. */
    private static final Comparator<ConfiguredSlot> BY_RIGHT = Comparator.<ConfiguredSlot, Boolean>comparing(
                    slot -> !slot.pid().endsWith("~" + slot.slot()))
            .thenComparing(ConfiguredSlot::pid);

    private final ConfigurationAdmin admin;
    /** What the log has been told already. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public SlotConfigurations(@Reference ConfigurationAdmin admin) {
        this.admin = admin;
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        listeners.forEach(Runnable::run);
    }

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** The slots of a kind in order, as the configurations stand now. */
    List<ConfiguredSlot> slots(SlotKind kind) {
        Map<String, ConfiguredSlot> bySlot = new LinkedHashMap<>();
        configurations().stream()
                .flatMap(configuration -> existing(configuration, c -> read(kind, c)).stream())
                .sorted(BY_RIGHT)
                .forEach(slot -> bySlot.merge(slot.slot(), slot, this::second));
        List<ConfiguredSlot> slots = new ArrayList<>(bySlot.values());
        slots.sort(Comparator.comparingInt(ConfiguredSlot::number));
        return withDuplicateSourceIds(slots);
    }

    /** The configuration of a slot for changing it, empty if it is gone. */
    Optional<Configuration> configuration(ConfiguredSlot slot) {
        return configurations().stream()
                .filter(configuration ->
                        existing(configuration, c -> Optional.of(c.getPid())).equals(Optional.of(slot.pid())))
                .findFirst();
    }

    /** What all of these configurations say now by their PIDs, with placeholders as they stand. */
    Map<String, Map<String, Object>> properties() {
        Map<String, Map<String, Object>> properties = new HashMap<>();
        configurations()
                .forEach(configuration -> existing(configuration, c -> Optional.of(c.getPid()))
                        .ifPresent(pid -> existing(configuration, c -> Optional.of(properties(c)))
                                .ifPresent(values -> properties.put(pid, values))));
        return properties;
    }

    /** Has the back ends read those configurations of a kind again that have placeholders, with what these stand for now. */
    void readSecretsAgain(SlotKind kind) {
        for (Configuration configuration : configurations()) {
            boolean wanted = existing(configuration, c -> read(kind, c)).isPresent()
                    && existing(configuration, c -> Optional.of(Placeholders.isIn(properties(c))))
                            .orElse(false);
            if (wanted) {
                existing(configuration, this::delivered);
            }
        }
    }

    private Optional<Configuration> delivered(Configuration configuration) {
        try {
            configuration.update();
        } catch (IOException e) {
            LOG.error("The configuration {} cannot be read again", configuration.getPid(), e);
        }
        return Optional.of(configuration);
    }

    /** What is read of a configuration; nothing if it was deleted since it was listed. */
    private static <T> Optional<T> existing(Configuration configuration, Function<Configuration, Optional<T>> reading) {
        try {
            return reading.apply(configuration);
        } catch (IllegalStateException deleted) {
            return Optional.empty();
        }
    }

    private ConfiguredSlot second(ConfiguredSlot first, ConfiguredSlot second) {
        if (told.add(first.pid() + " " + second.pid())) {
            LOG.warn(
                    "The configuration {} claims the slot {} of {} and is ignored",
                    second.pid(),
                    first.slot(),
                    first.pid());
        }
        return first.with(Finding.error(
                "slot",
                "the configuration " + second.pid() + " claims this slot too and is ignored; delete one of the two"));
    }

    private static List<ConfiguredSlot> withDuplicateSourceIds(List<ConfiguredSlot> slots) {
        Set<String> seen = new HashSet<>();
        return slots.stream()
                .map(slot -> seen.add(slot.sourceId())
                        ? slot
                        : slot.with(Finding.error(
                                "sourceId",
                                "'" + slot.sourceId() + "' is the id of another source; give each its own")))
                .toList();
    }

    private Optional<ConfiguredSlot> read(SlotKind kind, Configuration configuration) {
        Map<String, Object> properties = properties(configuration);
        Settings settings = new Settings(properties);
        String slot = SourceSettings.slot(settings);
        OptionalInt number = kind.numberOf(slot);
        if (number.isEmpty()) {
            tellOfNoSlot(configuration, slot);
            return Optional.empty();
        }
        Optional<Boolean> bestEffort =
                settings.optional("uniqueness").filter(u -> !u.isEmpty()).map(u -> u.equals("best-effort"));
        return Optional.of(new ConfiguredSlot(
                slot,
                number.getAsInt(),
                configuration.getPid(),
                settings.optional("sourceId").filter(id -> !id.isEmpty()).orElse(slot),
                settings.text("name", slot),
                settings.flag("die", false),
                bestEffort,
                List.of()));
    }

    private void tellOfNoSlot(Configuration configuration, String slot) {
        boolean anyKind = Arrays.stream(SlotKind.values())
                .anyMatch(kind -> kind.numberOf(slot).isPresent());
        if (!anyKind && told.add(configuration.getPid())) {
            LOG.warn(
                    "The configuration {} is not used: '{}' is not a slot; slots are CustomerUser, CustomerUser1 and so on,"
                            + " and CustomerCompany likewise",
                    configuration.getPid(),
                    slot);
        }
    }

    /** Notes once that a slot lies beyond the highest number. */
    void tellOfHighSlot(ConfiguredSlot slot, int highest) {
        if (told.add(slot.pid() + " > " + highest)) {
            LOG.warn(
                    "The configuration {} is not used: the highest slot number is {}, see the key slots of {}",
                    slot.pid(),
                    highest,
                    DirectorySettings.PID);
        }
    }

    private List<Configuration> configurations() {
        try {
            Configuration[] found = admin.listConfigurations(FILTER);
            return found == null ? List.of() : List.of(found);
        } catch (IOException e) {
            LOG.error("The configurations of the sources cannot be read", e);
            return List.of();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(FILTER, e);
        }
    }

    private static Map<String, Object> properties(Configuration configuration) {
        Dictionary<String, Object> dictionary = configuration.getProperties();
        Map<String, Object> properties = new HashMap<>();
        if (dictionary != null) {
            Collections.list(dictionary.keys()).forEach(key -> properties.put(key, dictionary.get(key)));
        }
        return properties;
    }
}
