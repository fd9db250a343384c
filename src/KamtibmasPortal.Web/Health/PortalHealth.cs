using KamtibmasPortal.News.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KamtibmasPortal.Web.Health;

/// <summary>/health/live: the process answers. /health/ready: public pages can be served; Degraded tells what else is wrong.</summary>
public static class PortalHealth
{
    public static void AddPortalHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<StoreCheck>("store").AddCheck<SourcesCheck>("sources");

    public static void MapPortalHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    /// <summary>The state, then a line for each reason. No exception text: the address is open to everyone.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var reasons = report.Entries.Where(e => e.Value.Status is not HealthStatus.Healthy).Select(e => $"{e.Key}: {e.Value.Description}");
        return context.Response.WriteAsync(string.Join('\n', reasons.Prepend(report.Status.ToString())), context.RequestAborted);
    }

    private sealed class StoreCheck(PortalDbContext db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                return await db.Topics.AnyAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("reference data is missing");
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return HealthCheckResult.Unhealthy("the store does not answer", e);
            }
        }
    }

    private sealed class SourcesCheck(SourceHealthQueries sources) : IHealthCheck
    {
        private const int Named = 10;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var ill = (await sources.AllAsync(cancellationToken)).Where(s => s.Signs.Count > 0 && !s.Source.IsPaused).ToList();
                return ill.Count == 0
                    ? HealthCheckResult.Healthy()
                    : HealthCheckResult.Degraded($"{ill.Count} sources need attention: {string.Join("; ", ill.Take(Named).Select(s => $"{s.Source.Name} ({string.Join(", ", s.Signs)})"))}{(ill.Count > Named ? " ..." : "")}");
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return HealthCheckResult.Degraded("the state of the sources is unknown", e);
            }
        }
    }
}
