using Microsoft.AspNetCore.Http.HttpResults;

namespace KamtibmasPortal.Web.Security;

/// <summary>Where somebody wanted to go before the sign-in.</summary>
public static class ReturnAddress
{
    private const int Longest = 2_000;

    /// <summary>The address when it is one of this portal; null for anything that a browser could read as another site, or that can't stand in a header.</summary>
    public static string? Of(string? back) =>
        back is { Length: > 0 and <= Longest } && RedirectHttpResult.IsLocalUrl(back) && back[0] == '/' && back.All(c => c is > ' ' and < '\x7f' and not '\\') ? back : null;
}
