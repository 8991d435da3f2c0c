package org.clientele.store;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the server they name: started for the first, stopped after the last. */
final class Servers implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Servers.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return StoreServer.class.isAssignableFrom(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(parameter.getParameter().getType(), Servers::start);
    }

    private static StoreServer start(Class<?> type) {
        try {
            return type == MariadbServer.class ? new MariadbServer() : new PostgresqlServer();
        } catch (IOException e) {
            throw new ParameterResolutionException("cannot start " + type.getSimpleName(), e);
        }
    }
}
