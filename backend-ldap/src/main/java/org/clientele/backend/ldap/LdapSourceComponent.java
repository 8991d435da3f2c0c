package org.clientele.backend.ldap;

import java.util.Hashtable;
import java.util.Map;
import org.clientele.spi.CustomerUserSource;
import org.osgi.framework.BundleContext;
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
    private static final String SECRET = "userPw";

    private final LdapSource source;
    private final ServiceRegistration<CustomerUserSource> registration;

    /** Registers a source, whatever is wrong with its configuration; calls no server. */
    @Activate
    public LdapSourceComponent(BundleContext context, Map<String, Object> properties) {
        Hashtable<String, Object> shown = new Hashtable<>(properties);
        shown.remove(SECRET);
        this.source = new LdapSource(properties);
        this.registration = context.registerService(CustomerUserSource.class, source, shown);
    }

    @Deactivate
    void stop() {
        registration.unregister();
        source.close();
    }
}
