package org.clientele.backend.ldap;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.clientele.spi.CustomerUserSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/**
 * One source per configuration. The service is registered here and not by the component runtime, which would make a service
 * property of every key, the password included.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = LdapSourceComponent.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = LdapConfiguration.class, factory = true)
public final class LdapSourceComponent {
    static final String PID = "org.clientele.backend.ldap";
    private static final List<String> PUBLISHED =
            List.of(Constants.SERVICE_PID, "service.factoryPid", "component.name", "component.id");

    private final LdapSource source;
    private final ServiceRegistration<CustomerUserSource> registration;

    /** Registers a source, whatever is wrong with its configuration; calls no server. */
    @Activate
    public LdapSourceComponent(BundleContext context, Map<String, Object> properties) {
        this.source = new LdapSource(properties);
        Hashtable<String, Object> published = new Hashtable<>(properties);
        published.keySet().retainAll(PUBLISHED);
        published.put("slot", source.description().slot());
        this.registration = context.registerService(CustomerUserSource.class, source, published);
    }

    @Deactivate
    void stop() {
        registration.unregister();
        source.close();
    }
}
