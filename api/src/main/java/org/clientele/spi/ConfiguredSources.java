package org.clientele.spi;

import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedServiceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sources of a back end: one for each configuration of its factory PID, made anew whenever its configuration changes. The
 * component of a back end extends this class and is the {@link ManagedServiceFactory} of the PID.
 *
 * <p>A factory component of Declarative Services would do the same in fewer lines, but it keeps every value of a configuration
 * as a component property, resolved secrets among them, and status pages and {@code scr:info} print those. What ConfigAdmin
 * delivers here is seen by the source alone: the registered service tells its slot and its PID.
 *
 * <p>ConfigAdmin calls one after the other from a thread of its own; the component is closed from any thread.
 *
 * @param <S> the class of the sources
 */
@ConsumerType
public abstract class ConfiguredSources<S extends DirectorySource & AutoCloseable>
        implements ManagedServiceFactory, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredSources.class);

    private final BundleContext context;
    private final Class<? super S> type;
    private final Map<String, Registered<S>> sources = new HashMap<>();
    private boolean closed;

    private record Registered<S>(S source, ServiceRegistration<?> registration) {}

    /**
     * Without sources until ConfigAdmin delivers configurations.
     *
     * @param context the back end's
     * @param type what the sources are registered as: {@link CustomerUserSource} or {@link CustomerSource}
     */
    protected ConfiguredSources(BundleContext context, Class<? super S> type) {
        this.context = context;
        this.type = type;
    }

    /**
     * Makes the source of a configuration, whatever is wrong with it: the source tells the faults itself. Must not wait for a
     * server.
     *
     * @param properties as ConfigAdmin delivers them, with {@code service.pid}; placeholders are resolved
     */
    protected abstract S open(Map<String, Object> properties);

    @Override
    public final String getName() {
        return getClass().getName();
    }

    /** Replaces the source of a configuration by a new one. */
    @Override
    public final synchronized void updated(String pid, Dictionary<String, ?> properties) {
        deleted(pid);
        if (closed) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        Collections.list(properties.keys()).forEach(key -> values.put(key, properties.get(key)));
        S source = open(values);
        Hashtable<String, Object> published = new Hashtable<>();
        published.put(Constants.SERVICE_PID, pid);
        published.put("slot", source.description().slot());
        sources.put(pid, new Registered<>(source, context.registerService(type.getName(), source, published)));
    }

    /** Takes the source of a configuration away and closes it. */
    @Override
    public final synchronized void deleted(String pid) {
        Registered<S> registered = sources.remove(pid);
        if (registered != null) {
            registered.registration().unregister();
            close(registered.source());
        }
    }

    /** Takes all sources away and closes them; configurations that come later are ignored. To be called at deactivation. */
    @Override
    public synchronized void close() {
        closed = true;
        List.copyOf(sources.keySet()).forEach(this::deleted);
    }

    private void close(S source) {
        try {
            source.close();
        } catch (Exception e) {
            LOG.warn("The source {} could not be closed", source.description().slot(), e);
        }
    }
}
