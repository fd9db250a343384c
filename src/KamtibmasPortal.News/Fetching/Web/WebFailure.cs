using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Fetching.Web;

/// <summary>What the network's answer means for an item or a source.</summary>
public static class WebFailure
{
    /// <summary>Null when there is a page to be read.</summary>
    public static ItemResult? Of(WebResult result) => result switch
    {
        { Fault: WebFault.RobotsRefused } => ItemResult.Rejected(RejectionReason.RobotsRefused, result.Detail),
        { Fault: WebFault.TooLarge } => ItemResult.Rejected(RejectionReason.TooLarge, result.Detail),
        { Fault: not null } or { Page: not ({ IsSuccess: true } or { Status: System.Net.HttpStatusCode.NotModified }) } => ItemResult.Failed(ReasonOf(result)!.Value, DetailOf(result)) with { RetryAt = result.RetryAt?.UtcDateTime },
        _ => null,
    };

    /// <summary>Null when there is a page to be read.</summary>
    public static FailureReason? ReasonOf(WebResult result) => result.Fault switch
    {
        WebFault.Refused => FailureReason.PrivateAddress,
        WebFault.Unreachable => FailureReason.Unreachable,
        WebFault.UnknownHost => FailureReason.UnknownHost,
        WebFault.Deadline => FailureReason.Deadline,
        WebFault.TooLarge => FailureReason.TooLarge,
        WebFault.TooManyRedirects or WebFault.BadRedirect => FailureReason.BadRedirect,
        WebFault.BadAnswer => FailureReason.BadAnswer,
        WebFault.RobotsRefused => FailureReason.RobotsRefused,
        WebFault.RobotsUnavailable => FailureReason.RobotsUnavailable,
        WebFault.Throttled => FailureReason.Throttled,
        _ => (int)result.Page!.Status switch
        {
            (>= 200 and <= 299) or 304 => null,
            404 or 410 => FailureReason.NotFound,
            401 or 402 or 403 or 451 => FailureReason.Forbidden,
            >= 500 => FailureReason.ServerError,
            _ => FailureReason.ClientError,
        },
    };

    public static string DetailOf(WebResult result) => result.Detail ?? $"answered {(int)result.Page!.Status}";
}
