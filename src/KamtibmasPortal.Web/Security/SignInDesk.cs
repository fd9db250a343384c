using KamtibmasPortal.News.Model;
using Microsoft.AspNetCore.Identity;

namespace KamtibmasPortal.Web.Security;

/// <summary>Lets editors in. Neither the answer nor the time it takes tells whether an address has an account.</summary>
public sealed class SignInDesk(UserManager<Editor> users, SignInManager<Editor> signIn, IPasswordHasher<Editor> hasher)
{
    private static readonly Editor s_nobody = new() { UserName = "nobody" };
    private static string? s_dummyHash;

    public async Task<bool> TrySignInAsync(string email, string password)
    {
        var editor = await users.FindByEmailAsync(email);
        if (editor is null || await users.IsLockedOutAsync(editor))
        {
            SpendTheTimeOfACheck(password);
            return false;
        }

        var result = await signIn.CheckPasswordSignInAsync(editor, password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            return false;
        }

        await signIn.SignInAsync(editor, isPersistent: false);
        return true;
    }

    public Task SignOutAsync() => signIn.SignOutAsync();

    private void SpendTheTimeOfACheck(string password)
    {
        s_dummyHash ??= hasher.HashPassword(s_nobody, Guid.NewGuid().ToString());
        _ = hasher.VerifyHashedPassword(s_nobody, s_dummyHash, password);
    }
}
