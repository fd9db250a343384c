using System.Threading.RateLimiting;

namespace KamtibmasPortal.Web.Security;

/// <summary>How often one address may send a report: often enough for whoever finds five mistakes, too seldom for a machine. Nothing of it is stored.</summary>
public sealed class ReportLimits : IDisposable
{
    public const int InAnHour = 6;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
        VisitorLimits.Visitor(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = InAnHour, Window = TimeSpan.FromHours(1) }));

    public bool TryTake(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
