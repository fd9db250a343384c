using KamtibmasPortal.Web.Start;
using KamtibmasPortal.Web.Verbs;

args = PortalHost.TakeDefaultEnvironment(args);
return PortalVerbs.IsAsked(args)
    ? await PortalVerbs.RunAsync(args)
    : await ExitCodes.GuardAsync(() => PortalServer.RunAsync(args));
