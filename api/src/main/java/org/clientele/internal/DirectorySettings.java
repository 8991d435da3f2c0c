package org.clientele.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.access.AccessRules;
import org.clientele.access.AdministratorRoles;
import org.clientele.field.Field;
import org.clientele.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings of the directory as a whole, PID {@code org.clientele.directory}; all have defaults. */
@Component(
        service = DirectorySettings.class,
        configurationPid = DirectorySettings.PID,
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = DirectoryConfiguration.class)
public final class DirectorySettings {
    private static final Logger LOG = LoggerFactory.getLogger(DirectorySettings.class);
    static final String PID = "org.clientele.directory";
    private static final int SLOTS = 10;
    private static final int MOST_SLOTS = 9999;
    private static final int MOST_DAYS = 36_500;

    private final int slots;
    private final boolean checkEmailAddresses;
    private final Optional<URI> linkAddress;
    private final AccessRules accessRules;
    private final List<Field> preferences;
    private final Optional<Duration> auditRetention;

    /** Whatever is wrong is logged, and its default taken. */
    @Activate
    public DirectorySettings(Map<String, Object> properties) {
        this(new Settings(properties));
    }

    DirectorySettings(Settings settings) {
        this.slots = settings.number("slots", SLOTS, 0, MOST_SLOTS);
        this.checkEmailAddresses = settings.flag("checkEmailAddresses", true);
        this.linkAddress = linkAddress(settings);
        this.accessRules = AccessSettings.read(settings);
        this.preferences = PreferenceSettings.read(settings);
        this.auditRetention = Optional.of(settings.number("auditRetention", 0, 0, MOST_DAYS))
                .filter(days -> days > 0)
                .map(Duration::ofDays);
        settings.list("allowedOrigins", List.of()); // the screens use it
        AdministratorRoles.of(settings); // likewise
        settings.findings().forEach(finding -> LOG.warn("{}: {} {}", PID, finding.key(), finding.message()));
    }

    /** The highest number of a slot. */
    int slots() {
        return slots;
    }

    /** What relative links are relative to, a folder; empty if there are no such links. */
    Optional<URI> linkAddress() {
        return linkAddress;
    }

    /** Whether an e-mail address must look like one. */
    boolean checkEmailAddresses() {
        return checkEmailAddresses;
    }

    /** What is configured about permissions. */
    AccessRules accessRules() {
        return accessRules;
    }

    /** The preferences that administrators set, by their keys as variables. */
    List<Field> preferences() {
        return preferences;
    }

    /** How long the entries of the audit are kept; empty for ever. */
    Optional<Duration> auditRetention() {
        return auditRetention;
    }

    private static Optional<URI> linkAddress(Settings settings) {
        Optional<String> text = settings.optional("linkAddress").filter(value -> !value.isEmpty());
        Optional<URI> address = text.filter(value -> value.matches("(?i:https?)://[^/?#@\\s]+(/[^?#\\s]*)?"))
                .flatMap(DirectorySettings::folder);
        if (text.isPresent() && address.isEmpty()) {
            settings.error(
                    "linkAddress", "is '" + text.get() + "'; write an address such as https://desk.example.com/otobo/");
        }
        return address;
    }

    private static Optional<URI> folder(String address) {
        try {
            return Optional.of(new URI(address.endsWith("/") ? address : address + "/"));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
