namespace KamtibmasPortal.Web.Security;

/// <summary>The cookies that say who somebody is. The one of forms is none of them: every visitor who opened a form has it.</summary>
public static class SignInCookies
{
    private const string Host = "__Host-";
    private const string SessionName = "redaksi";
    private const string HalfWayName = "langkah";

    private static readonly string[] s_all = [SessionName, Host + SessionName, HalfWayName, Host + HalfWayName];

    public static string Session(bool https) => https ? Host + SessionName : SessionName;

    /// <summary>Of who has given the password, but not yet the second factor.</summary>
    public static string HalfWay(bool https) => https ? Host + HalfWayName : HalfWayName;

    public static bool AreIn(IRequestCookieCollection cookies) => cookies.Count > 0 && Array.Exists(s_all, cookies.ContainsKey);
}
