package org.clientele.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes {@code etc/org.apache.karaf.command.acl.customer-user.cfg} count. Whoever reads the files of {@code etc} takes the
 * hyphen for the mark of a factory configuration, and Karaf's shell finds no rules for the scope {@code customer-user}: every
 * user of the shell could run every command. What stands in the file is therefore copied to where the shell looks. Without
 * the file the last rules stay.
 */
@Component(immediate = true)
public final class CommandAccess implements ConfigurationListener {
    static final String AS_READ = "org.apache.karaf.command.acl.customer~user";
    static final String AS_LOOKED_FOR = "org.apache.karaf.command.acl.customer-user";
    private static final String ANY_BUNDLE = "?";

    private final ConfigurationAdmin configurations;

    @Activate
    public CommandAccess(@Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
        copy();
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (event.getType() == ConfigurationEvent.CM_UPDATED && event.getPid().equals(AS_READ)) {
            copy();
        }
    }

    private void copy() {
        try {
            Configuration @Nullable [] found = configurations.listConfigurations("(service.pid=" + AS_READ + ")");
            if (found != null) {
                configurations
                        .getConfiguration(AS_LOOKED_FOR, ANY_BUNDLE)
                        .updateIfDifferent(rules(found[0].getProperties()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("The filter is a constant", e);
        }
    }

    /** Without the properties that the framework adds: the name of the file would make the copy be written into it. */
    private static Dictionary<String, Object> rules(Dictionary<String, Object> properties) {
        Dictionary<String, Object> rules = new Hashtable<>();
        for (String key : Collections.list(properties.keys())) {
            if (!key.startsWith("service.") && !key.startsWith("felix.")) {
                rules.put(key, properties.get(key));
            }
        }
        return rules;
    }
}
