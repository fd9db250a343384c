using Microsoft.AspNetCore.Identity;

namespace KamtibmasPortal.Web.Accounts;

/// <summary>Answers of Identity that can only be yes, unless somebody changed the account at this very moment.</summary>
internal static class Demanded
{
    /// <exception cref="InvalidOperationException">It was no; the transaction must not be committed.</exception>
    public static async Task DemandAsync(this Task<IdentityResult> asked)
    {
        var result = await asked;
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(", ", result.Errors.Select(e => e.Code)));
        }
    }
}
