package org.clientele.internal;

import java.util.Map;
import org.clientele.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** The settings of the directory as a whole, PID {@code org.clientele.directory}; all have defaults. */
@Component(
        service = DirectorySettings.class,
        configurationPid = DirectorySettings.PID,
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = DirectoryConfiguration.class)
public final class DirectorySettings {
    static final String PID = "org.clientele.directory";
    private static final int SLOTS = 10;
    private static final int MOST_SLOTS = 9999;

    private final int slots;
    private final boolean checkEmailAddresses;

    @Activate
    public DirectorySettings(Map<String, Object> properties) {
        Settings settings = new Settings(properties);
        this.slots = settings.number("slots", SLOTS, 0, MOST_SLOTS);
        this.checkEmailAddresses = settings.flag("checkEmailAddresses", true);
    }

    /** The highest number of a slot. */
    int slots() {
        return slots;
    }

    /** Whether an e-mail address must look like one. */
    boolean checkEmailAddresses() {
        return checkEmailAddresses;
    }
}
