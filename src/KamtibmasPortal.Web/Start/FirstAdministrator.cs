using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Security;
using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Web.Start;

/// <summary>Makes the configured administrator while there is no editor at all; later the setting means nothing.</summary>
public sealed class FirstAdministrator(EditorAccounts accounts, AdminSettings settings)
{
    /// <returns>Whether there is an editor now.</returns>
    public async Task<bool> CreateIfAloneAsync(CancellationToken cancellation)
    {
        if (await accounts.AnyAsync(cancellation))
        {
            return true;
        }

        if (settings is not { Email: { } email, Password: { } password })
        {
            return false;
        }

        var faults = await accounts.CreateAsync(email, password, EditorRoles.Administrator, AuditActs.Configuration);
        return faults.Count == 0
            ? true
            : throw new BadConfigurationException([.. faults.Select(f => $"{(f.Code.StartsWith("Password", StringComparison.Ordinal) ? "Admin__Password" : "Admin__Email")}: {AccountFaults.InEnglish(f)}").Distinct(StringComparer.Ordinal)]);
    }
}
