package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.SourceState;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

class SlotConfigurationsTest {
    private static final String DB = "org.clientele.backend.db~";

    private final List<String> delivered = new ArrayList<>();

    private Configuration configuration(String pid, Map<String, String> properties) {
        Hashtable<String, Object> all = new Hashtable<>(properties);
        all.put("service.pid", pid);
        return (Configuration) Proxy.newProxyInstance(
                Configuration.class.getClassLoader(),
                new Class<?>[] {Configuration.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getPid" -> pid;
                    case "update" -> delivered.add(pid);
                    default -> all;
                });
    }

    private static List<ConfiguredSlot> slots(Configuration... configurations) {
        return over(configurations).slots(SlotKind.CUSTOMER_USER);
    }

    private static SlotConfigurations over(Configuration... configurations) {
        ConfigurationAdmin admin = (ConfigurationAdmin) Proxy.newProxyInstance(
                ConfigurationAdmin.class.getClassLoader(),
                new Class<?>[] {ConfigurationAdmin.class},
                (proxy, method, arguments) -> configurations);
        return new SlotConfigurations(admin);
    }

    @Test
    void slotsComeInNumericOrderWhateverElseIsConfigured() {
        List<ConfiguredSlot> slots = slots(
                configuration(DB + "CustomerUser10", Map.of()),
                configuration(DB + "CustomerUser2", Map.of()),
                configuration("org.clientele.backend.db.customers~CustomerCompany", Map.of()),
                configuration(DB + "customeruser3", Map.of()),
                configuration("com.example.crm~x", Map.of("slot", "CustomerUser1")),
                configuration(DB + "CustomerUser", Map.of()));
        assertThat(slots)
                .extracting(ConfiguredSlot::slot)
                .containsExactly("CustomerUser", "CustomerUser1", "CustomerUser2", "CustomerUser10");
    }

    @Test
    void whoIsNamedLikeTheSlotKeepsItAndTheNewcomerIsTheFinding() {
        List<ConfiguredSlot> slots = slots(
                configuration("aaa.unrelated", Map.of("slot", "CustomerUser")),
                configuration(DB + "AAA", Map.of("slot", "CustomerUser")),
                configuration(DB + "CustomerUser", Map.of()));
        assertThat(slots).singleElement().satisfies(slot -> {
            assertThat(slot.pid()).isEqualTo(DB + "CustomerUser");
            assertThat(slot.findings())
                    .extracting(finding -> finding.message().split(" ")[2])
                    .containsExactlyInAnyOrder("aaa.unrelated", DB + "AAA");
        });
    }

    @Test
    void ofTwoSourcesWithOneIdentityTheLaterIsMisconfigured() {
        List<ConfiguredSlot> slots = slots(
                configuration(DB + "CustomerUser1", Map.of("sourceId", "crm")),
                configuration(DB + "CustomerUser2", Map.of("sourceId", "crm")));
        List<SourceState> states = slots.stream()
                .map(slot -> new Slot(slot, Optional.empty()).status().state())
                .toList();
        assertThat(states).isEqualTo(Arrays.asList(SourceState.WAITING, SourceState.MISCONFIGURED));
    }

    @Test
    void configurationsWithPlaceholdersAreReadAgain() {
        over(
                        configuration(DB + "CustomerUser", Map.of("password", "in clear")),
                        configuration(DB + "CustomerUser1", Map.of("password", "$[secret:crm-password]")),
                        configuration(
                                "org.clientele.backend.db.customers~CustomerCompany",
                                Map.of("password", "$[secret:crm-password]")),
                        configuration(DB + "CustomerUser2", Map.of("dsn", "jdbc:h2:$[env:HERE]/x")))
                .readSecretsAgain(SlotKind.CUSTOMER_USER);
        assertThat(delivered).containsExactly(DB + "CustomerUser1", DB + "CustomerUser2");
    }
}
