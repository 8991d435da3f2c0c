package org.clientele.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import org.apache.felix.webconsole.internal.filter.FilteringResponseWrapper;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/**
 * Stands for the web console: the frame of its own template around GET, its own <code>${…}</code> filter over everything that
 * leaves as HTML, its paths and attributes. The header {@code X-Role} says which roles the caller has, separated by commas, {@code admin} by default.
 */
final class Console extends HttpServlet implements AutoCloseable {
    private static final long serialVersionUID = 1L;
    private static final String ROOT = "/system/console";

    private final Map<String, ? extends Servlet> plugins;
    private final Server server = new Server();

    Console(int port, Map<String, ? extends Servlet> plugins) throws Exception {
        this.plugins = plugins;
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(this), ROOT + "/*");
        server.setHandler(context);
        server.start();
    }

    String address() {
        return server.getURI().toString().replaceAll("/$", "") + ROOT;
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        for (Servlet plugin : plugins.values()) {
            plugin.init(config);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = String.valueOf(request.getPathInfo());
        if (path.startsWith("/res/")) {
            resource(path, response);
            return;
        }
        String label = path.substring(1).replaceAll("[/.].*", "");
        Servlet plugin = plugins.get(label);
        if (plugin == null) {
            response.sendError(404);
            return;
        }
        HttpServletRequest signedIn = new SignedIn(request);
        HttpServletResponse filtered = new FilteringResponseWrapper(response, new NoWords(), signedIn);
        boolean frame = request.getMethod().equals("GET")
                && !path.substring(path.lastIndexOf('/')).contains(".");
        if (frame) {
            filtered.setContentType("text/html;charset=utf-8");
            filtered.getWriter().write(header(label));
        }
        plugin.service(signedIn, filtered);
        if (frame) {
            filtered.getWriter().write("</div></div></body></html>");
        }
    }

    private void resource(String path, HttpServletResponse response) throws IOException {
        try (var stream = FilteringResponseWrapper.class.getResourceAsStream(path)) {
            if (stream == null) {
                response.sendError(404);
                return;
            }
            response.setContentType(getServletContext().getMimeType(path));
            stream.transferTo(response.getOutputStream());
        }
    }

    private static String header(String label) throws IOException {
        try (var stream = FilteringResponseWrapper.class.getResourceAsStream("/templates/main_header.html")) {
            String template = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return template.replace("${appRoot}", ROOT)
                            .replace("${head.label}", label)
                            .replace("${head.title}", label)
                            .replace("${brand.name}", "Apache Karaf Web Console")
                            .replace("${brand.css}", ROOT + "/res/ui/webconsole.css")
                            .replace("${brand.favicon}", "data:,")
                            .replace("${brand.product.img}", ROOT + "/res/imgs/logo.png")
                            .replaceAll("\\$\\{brand\\.product\\.[a-z]+}", "Karaf")
                            .replace(
                                    "${head.cssLinks}",
                                    "<link href=\"" + ROOT + "/" + label
                                            + "/res/admin.css\" rel=\"stylesheet\" type=\"text/css\" />")
                    + "<div id=\"technav\" class=\"ui-widget-header\"><ul id=\"navmenu\"><li class=\"categoryMenu navMenuItem-0\">"
                    + "<a href=\"#\">Users, Groups & Roles</a><ul class=\"navMenuLevel-1\"><li class=\"navMenuItem-1\"><a href=\""
                    + ROOT + "/customer-users\">Customer Users</a></li><li class=\"navMenuItem-1\"><a href=\"" + ROOT
                    + "/customers\">Customers</a></li></ul></li></ul></div><div id=\"content\" class=\"ui-widget ui-widget-content\">";
        }
    }

    private static final class NoWords extends ListResourceBundle {
        @Override
        protected Object[][] getContents() {
            return new Object[0][];
        }
    }

    private static final class SignedIn extends HttpServletRequestWrapper {
        SignedIn(HttpServletRequest request) {
            super(request);
            String roles = request.getHeader("X-Role") == null ? "admin" : request.getHeader("X-Role");
            Set<Principal> principals = new HashSet<>(Set.of(new UserPrincipal(getRemoteUser())));
            for (String role : roles.split(",")) {
                principals.add(new RolePrincipal(role));
            }
            request.setAttribute("karaf.subject.runas", new Subject(true, principals, Set.of(), Set.of()));
        }

        @Override
        public String getRemoteUser() {
            return getHeader("X-User") == null ? "karaf" : getHeader("X-User");
        }

        @Override
        public Locale getLocale() {
            List<Cookie> cookies = getCookies() == null ? List.of() : List.of(getCookies());
            return cookies.stream()
                    .filter(cookie -> cookie.getName().equals("felix-webconsole-locale"))
                    .map(cookie -> Locale.forLanguageTag(cookie.getValue()))
                    .findFirst()
                    .orElseGet(super::getLocale);
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(List.of(getLocale()));
        }
    }
}
